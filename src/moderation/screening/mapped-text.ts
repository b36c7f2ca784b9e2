/**
 * A folded text that remembers where each of its UTF-16 units came from.
 *
 * Unit `i` stands for the source units `starts[i] … ends[i] - 1`. `gaps[i]` is 1 where a word gap (a space, a picture) was
 * dropped before unit `i`: the words on either side may belong to different clauses.
 */
export interface MappedText {
  readonly text: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly gaps: Uint8Array;
}

/** One way of seeing through a disguise. It may drop, replace and join, but never reorders. */
export type Folding = (source: MappedText) => MappedText;

/** The text itself, each unit standing for itself. */
export function mapText(text: string): MappedText {
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    starts[index] = index;
    ends[index] = index + 1;
  }
  return { text, starts, ends, gaps: new Uint8Array(text.length) };
}

/** Written into by one folding at a time, so that a post costs no more room than its text. */
const scratch = { units: new Uint16Array(0), starts: new Int32Array(0), ends: new Int32Array(0), gaps: new Uint8Array(0) };

function makeRoom(room: number): void {
  if (scratch.units.length >= room) return;
  const more = room * 2;
  scratch.units = extend(scratch.units, new Uint16Array(more));
  scratch.starts = extend(scratch.starts, new Int32Array(more));
  scratch.ends = extend(scratch.ends, new Int32Array(more));
  scratch.gaps = extend(scratch.gaps, new Uint8Array(more));
}

function extend<T extends Uint16Array | Int32Array | Uint8Array>(from: T, into: T): T {
  into.set(from);
  return into;
}

/** Writes a folded text from a source text, keeping the map to the source's own source. One at a time. */
export class MappedTextWriter {
  private length = 0;

  constructor(private readonly source: MappedText) {
    makeRoom(source.text.length + 16);
  }

  /** Writes one unit that stands for the source's units `from` … `to` - 1. */
  write(unit: number, from: number, to: number, gap = 0): void {
    if (this.length === scratch.units.length) makeRoom(this.length + 1);
    const at = this.length;
    scratch.units[at] = unit;
    scratch.starts[at] = this.source.starts[from] ?? 0;
    scratch.ends[at] = this.source.ends[to - 1] ?? 0;
    scratch.gaps[at] = gap | (this.source.gaps[from] ?? 0);
    this.length = at + 1;
  }

  finish(): MappedText {
    const { units, starts, ends, gaps } = scratch;
    return {
      text: decode(units, this.length),
      starts: starts.slice(0, this.length),
      ends: ends.slice(0, this.length),
      gaps: gaps.slice(0, this.length),
    };
  }
}

/** The first `length` units as text. */
export function decode(units: Uint16Array, length: number): string {
  return Buffer.from(units.buffer, units.byteOffset, length * 2).toString('utf16le');
}
