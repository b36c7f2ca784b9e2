/** A stretch of text that a finding is about; offsets in UTF-16 units, as `String.slice` takes them. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** Position of the finding in its list. */
  readonly finding: number;
}

/** A piece of text that the same findings cover from end to end. */
export interface Segment {
  readonly start: number;
  readonly text: string;
  /** Findings that cover it, ascending; none for plain text. */
  readonly findings: readonly number[];
  /** Findings of which a mark ends here: where their numbers are printed. */
  readonly ending: readonly number[];
}

/**
 * Cuts a text where marks begin and end, so that marks may overlap. The segments joined are the text.
 * Marks that reach beyond the text are clipped, empty ones left out.
 */
export function cutSegments(text: string, marks: readonly Mark[]): readonly Segment[] {
  const inside = marks
    .map(({ start, end, finding }) => ({ start: Math.max(0, start), end: Math.min(text.length, end), finding }))
    .filter(({ start, end }) => start < end);
  const cuts = ascending([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])]);
  return cuts.slice(0, -1).map((start, position) => {
    const end = cuts[position + 1] ?? text.length;
    const covering = inside.filter((mark) => mark.start <= start && mark.end >= end);
    return {
      start,
      text: text.slice(start, end),
      findings: ascending(covering.map(({ finding }) => finding)),
      ending: ascending(covering.filter((mark) => mark.end === end).map(({ finding }) => finding)),
    };
  });
}

function ascending(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
