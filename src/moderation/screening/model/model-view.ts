import { lowerBound } from '../lower-bound.js';
import { readSpelling, syllableOf } from './syllables.js';

/** A text as a model looks at it: units, and the stretch of the normalised text that each stands for. */
export interface ModelView {
  readonly units: Uint16Array;
  startOf(index: number): number;
  endOf(index: number): number;
  /** Position of the first unit that stands for the text from `at` on. */
  indexAt(at: number): number;
}

const ZERO = 0x30;
const NINE = 0x39;

function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= NINE;
}

function isLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

/** What is written. All digits look alike: a model should learn prices, not this price. */
export function viewCharacters(text: string): ModelView {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    units[at] = isDigit(unit) ? ZERO : unit;
  }
  return { units, startOf: (index) => index, endOf: (index) => index + 1, indexAt: (at) => at };
}

/** Syllables lie above the letters and below nothing else that is kept. */
const SYLLABLES = 0x1000;

/** How the text is read: ideographs and spelt-out syllables by their sound, punctuation and the rest left out. */
export function viewSounds(text: string): ModelView {
  const units: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const write = (unit: number, start: number, end: number): void => {
    units.push(unit);
    starts.push(start);
    ends.push(end);
  };
  let at = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (isLetter(unit)) {
      let end = at + 1;
      while (end < text.length && isLetter(text.charCodeAt(end))) end += 1;
      const syllables = readSpelling(text.slice(at, end));
      if (syllables === null) for (; at < end; at += 1) write(text.charCodeAt(at), at, at + 1);
      else {
        for (const { syllable, length } of syllables) {
          write(SYLLABLES + syllable, at, at + length);
          at += length;
        }
      }
      continue;
    }
    const syllable = syllableOf(unit);
    if (syllable > 0) write(SYLLABLES + syllable, at, at + 1);
    else if (isDigit(unit)) write(ZERO, at, at + 1);
    at += 1;
  }
  return {
    units: Uint16Array.from(units),
    startOf: (index) => starts[index] ?? text.length,
    endOf: (index) => ends[index] ?? text.length,
    indexAt: (place) => lowerBound(starts.length, (index) => (starts[index] ?? 0) >= place),
  };
}
