/** A text reduced to what is compared when copies are looked for: letters and digits, whatever their width, case and spacing. */
export interface ComparedText {
  readonly original: string;
  /** UTF-16 units. */
  readonly units: Uint16Array;
  /** `starts[i]`: the unit of the original that unit `i` comes from. */
  readonly starts: Int32Array;
}

const UNKNOWN = 0xffff;
const LONGER = 0xfffe;
const DROPPED = 0;
/** What each unit of the basic plane becomes, filled in as units are met: every character of every post is looked up. */
const FOLDED = new Uint16Array(0x10000).fill(UNKNOWN);
const FOLDED_LONGER = new Map<number, string>();

/**
 * One character at a time, so that every unit knows where it comes from; hence NFKD and no accents: composed and
 * decomposed letters become the same.
 */
function fold(character: string): string {
  return character.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function learn(unit: number): number {
  const folded = fold(String.fromCharCode(unit));
  if (folded.length > 1) FOLDED_LONGER.set(unit, folded);
  const known = folded.length > 1 ? LONGER : folded === '' ? DROPPED : folded.charCodeAt(0);
  FOLDED[unit] = known;
  return known;
}

/** Reduces a text to what is compared; linear in its length. */
export function compared(text: string): ComparedText {
  let units = new Uint16Array(text.length + 16);
  let starts = new Int32Array(text.length + 16);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    let folded = FOLDED[unit] ?? DROPPED;
    if (folded === UNKNOWN) folded = learn(unit);
    const highSurrogate = unit >= 0xd800 && unit <= 0xdbff;
    if (folded === DROPPED && !highSurrogate) continue;
    if (folded !== LONGER && !highSurrogate) {
      units[length] = folded;
      starts[length] = at;
      length += 1;
      continue;
    }
    const written = highSurrogate ? fold(String.fromCodePoint(text.codePointAt(at) ?? unit)) : (FOLDED_LONGER.get(unit) ?? '');
    const room = length + written.length + text.length - at;
    if (room > units.length) {
      units = extended(units, new Uint16Array(room * 2));
      starts = extended(starts, new Int32Array(room * 2));
    }
    for (let index = 0; index < written.length; index += 1) {
      units[length] = written.charCodeAt(index);
      starts[length] = at;
      length += 1;
    }
    if (highSurrogate && (text.codePointAt(at) ?? 0) > 0xffff) at += 1;
  }
  return { original: text, units: units.subarray(0, length), starts: starts.subarray(0, length) };
}

function extended<Units extends Uint16Array | Int32Array>(from: Units, into: Units): Units {
  into.set(from);
  return into;
}
