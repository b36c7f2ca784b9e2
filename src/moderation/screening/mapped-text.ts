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
  const starts = Int32Array.from({ length: text.length }, (_, index) => index);
  return { text, starts, ends: starts.map((start) => start + 1), gaps: new Uint8Array(text.length) };
}

/** Writes a folded text from a source text, keeping the map to the source's own source. */
export class MappedTextWriter {
  private units: Uint16Array;
  private starts: Int32Array;
  private ends: Int32Array;
  private gaps: Uint8Array;
  private length = 0;

  constructor(private readonly source: MappedText) {
    const room = source.text.length + 16;
    this.units = new Uint16Array(room);
    this.starts = new Int32Array(room);
    this.ends = new Int32Array(room);
    this.gaps = new Uint8Array(room);
  }

  /** Writes one unit that stands for the source's units `from` … `to` - 1. */
  write(unit: number, from: number, to: number, gap = 0): void {
    if (this.length === this.units.length) this.grow();
    this.units[this.length] = unit;
    this.starts[this.length] = this.source.starts[from] ?? 0;
    this.ends[this.length] = this.source.ends[to - 1] ?? 0;
    this.gaps[this.length] = gap | (this.source.gaps[from] ?? 0);
    this.length += 1;
  }

  finish(): MappedText {
    return {
      text: decode(this.units, this.length),
      starts: this.starts.slice(0, this.length),
      ends: this.ends.slice(0, this.length),
      gaps: this.gaps.slice(0, this.length),
    };
  }

  private grow(): void {
    const room = this.units.length * 2;
    this.units = extend(this.units, new Uint16Array(room));
    this.starts = extend(this.starts, new Int32Array(room));
    this.ends = extend(this.ends, new Int32Array(room));
    this.gaps = extend(this.gaps, new Uint8Array(room));
  }
}

function extend<T extends Uint16Array | Int32Array | Uint8Array>(from: T, into: T): T {
  into.set(from);
  return into;
}

const CHUNK = 8_192;

function decode(units: Uint16Array, length: number): string {
  let text = '';
  for (let at = 0; at < length; at += CHUNK) text += String.fromCharCode(...units.subarray(at, Math.min(length, at + CHUNK)));
  return text;
}
