/**
 * The candidate that takes the fewest single-character edits (Levenshtein 1966) to reach from a word; the first
 * of equals. Undefined where no candidate is within `atMost` edits.
 */
export function findNearest(word: string, candidates: Iterable<string>, atMost = Infinity): string | undefined {
  let nearest: string | undefined;
  let below = atMost + 1;
  for (const candidate of candidates) {
    const edits = editsBelow(below, word, candidate);
    if (edits < below) [nearest, below] = [candidate, edits];
  }
  return nearest;
}

/** The edits between two words, or Infinity as soon as they cannot stay below a limit: most candidates end early. */
function editsBelow(limit: number, from: string, to: string): number {
  if (Math.abs(from.length - to.length) >= limit) return Infinity;
  // One row of the classic table at a time: row[column] is the edits from the part taken so far to to[0..column].
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let taken = 0; taken < from.length; taken++) {
    row = nextRow(row, from[taken], to);
    if (row.every((edits) => edits >= limit)) return Infinity;
  }
  return cell(row, to.length);
}

function nextRow(row: readonly number[], letter: string | undefined, to: string): number[] {
  const next = [cell(row, 0) + 1];
  for (let column = 1; column <= to.length; column++) {
    const replaced = cell(row, column - 1) + (letter === to[column - 1] ? 0 : 1);
    next.push(Math.min(replaced, cell(row, column) + 1, cell(next, column - 1) + 1));
  }
  return next;
}

function cell(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
