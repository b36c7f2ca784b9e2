import type { CompiledGuard } from '../policy/compile-policy-pack.js';
import type { ProximityScope } from '../policy/policy-pack.js';
import type { Places } from './find-terms.js';
import { lowerBound } from './lower-bound.js';
import type { Segments } from './segment.js';

/** A stretch of the normalised text, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Places tried in a scope before giving up; near ones matter, and hostile texts have thousands. */
const MOST_TRIED = 16;
/** A post that is nothing but a quotation quotes nobody. */
const FEWEST_OWN_WORDS = 4;

/** A place within the scope of an anchor for which `fits` holds, or null. Logarithmic in the number of places. */
export function findInScope(places: Places, anchor: Stretch, scope: ProximityScope, segments: Segments, fits: (place: Stretch) => boolean): Stretch | null {
  const numbers = scope === 'clause' ? segments.clauses : segments.sentences;
  const own = numbers[anchor.start] ?? 0;
  const reach = scope === 'passage' ? 1 : 0;
  const numberAt = (index: number): number => numbers[(places.ends[index] ?? 1) - 1] ?? 0;
  let index = scope === 'post' ? 0 : lowerBound(places.ends.length, (at) => numberAt(at) >= own - reach);
  for (let tried = 0; index < places.ends.length && tried < MOST_TRIED; index += 1, tried += 1) {
    if (scope !== 'post' && numberAt(index) > own + reach) return null;
    const place = { start: places.starts[index] ?? 0, end: places.ends[index] ?? 0 };
    if (fits(place)) return place;
  }
  return null;
}

/**
 * Whether the words of a rule are used in a stance that is no offence: quoted, denied, reported, debunked, told.
 *
 * @param stretches all that the rule found together; the first is its anchor
 */
export function isExcused({ guard, terms }: CompiledGuard, stretches: readonly [Stretch, ...Stretch[]], segments: Segments, found: (symbol: number) => Places | undefined): boolean {
  const [anchor] = stretches;
  if (terms === null) return isQuoted(stretches, segments);
  const places = found(terms);
  if (places === undefined) return false;
  return findInScope(places, anchor, guard.scope, segments, (place) => stands(place, guard.side, anchor)) !== null;
}

function stands(place: Stretch, side: 'before' | 'after' | 'either', anchor: Stretch): boolean {
  // A stance may reach into the words that it governs (我脑子 in 我脑子进水了), but never lies within them.
  const before = place.start < anchor.start && place.end < anchor.end;
  const after = place.end > anchor.end && place.start > anchor.start;
  return side === 'before' ? before : side === 'after' ? after : before || after;
}

/** All of it stands in quotation marks, and somebody says something around them. */
function isQuoted(stretches: readonly Stretch[], segments: Segments): boolean {
  if (segments.unquotedLength < FEWEST_OWN_WORDS) return false;
  return stretches.every(({ start, end }) => segments.quotations[start] !== -1 && segments.quotations[start] === segments.quotations[end - 1]);
}
