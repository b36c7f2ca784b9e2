import { pinyin } from 'pinyin-pro';

const FIRST = 0x4e00;
const LAST = 0x9fff;

/** Sounds that many speakers, and all who write in disguise, take for one another. */
const NEAR_SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^([zcs])h/, '$1'],
  [/([aei])ng$/, '$1n'],
  [/ü/, 'v'],
];

interface SyllableTable {
  /** Number of the syllable of each common ideograph, 0 for none. */
  readonly ofIdeograph: Uint16Array;
  readonly ofSpelling: ReadonlyMap<string, number>;
}

let table: SyllableTable | undefined;

function fold(spelling: string): string {
  return NEAR_SOUNDS.reduce((folded, [from, to]) => folded.replace(from, to), spelling);
}

/** Made when first needed: it takes about half a second, and most posts never need it. */
function buildTable(): SyllableTable {
  const numbers = new Map<string, number>();
  const ofSpelling = new Map<string, number>();
  const ofIdeograph = new Uint16Array(LAST - FIRST + 1);
  for (let unit = FIRST; unit <= LAST; unit += 1) {
    const [spelling] = pinyin(String.fromCharCode(unit), { toneType: 'none', type: 'array' });
    if (spelling === undefined || !/^[a-zü]+$/.test(spelling)) continue;
    const folded = fold(spelling);
    const number = numbers.get(folded) ?? numbers.size + 1;
    numbers.set(folded, number);
    ofSpelling.set(spelling.replace('ü', 'v'), number);
    ofIdeograph[unit - FIRST] = number;
  }
  return { ofIdeograph, ofSpelling };
}

/** Number of the syllable (tone and near sounds aside) that an ideograph is read as; 0 if it is none. */
export function syllableOf(unit: number): number {
  table ??= buildTable();
  return unit < FIRST || unit > LAST ? 0 : (table.ofIdeograph[unit - FIRST] ?? 0);
}

const LONGEST_SPELLING = 6;

/**
 * Reads a run of letters as syllables (`suanming` → suan, ming), longest first.
 *
 * @returns syllable numbers with the units that each takes, or null if the run is not made of syllables
 */
export function readSpelling(letters: string): { readonly syllable: number; readonly length: number }[] | null {
  table ??= buildTable();
  const read: { syllable: number; length: number }[] = [];
  let at = 0;
  while (at < letters.length) {
    let length = Math.min(LONGEST_SPELLING, letters.length - at);
    while (length > 1 && !table.ofSpelling.has(letters.slice(at, at + length))) length -= 1;
    const syllable = length > 1 ? table.ofSpelling.get(letters.slice(at, at + length)) : undefined;
    if (syllable === undefined) return null;
    read.push({ syllable, length });
    at += length;
  }
  return read;
}
