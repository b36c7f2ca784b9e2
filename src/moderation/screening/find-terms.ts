import type { CompiledPolicy, SymbolId } from '../policy/compile-policy-pack.js';
import type { Segments } from './segment.js';
import { scanTokens } from './scan-tokens.js';

/** Where a symbol was found: units of the normalised text, in the order of the ends. */
export interface Places {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

interface GrowingPlaces {
  starts: number[];
  ends: number[];
}

interface Hit {
  readonly symbol: SymbolId;
  readonly start: number;
  readonly end: number;
}

/** Farthest that a sequence's steps may stand apart, in units. */
const CLAUSE_REACH = 12;
const SENTENCE_REACH = 60;
/** Earlier places of a step that are tried when the next step is found. */
const LOOK_BACK = 4;
const MOST_STEPS = 16;

/**
 * Finds all that the policy's rules and guards ask for. One pass of the automaton, then one over its hits; linear in
 * the text and its hits, because each step of a sequence looks back at most four places.
 */
export function findTerms(policy: CompiledPolicy, text: string, segments: Segments): ReadonlyMap<SymbolId, Places> {
  const kept = new Map<SymbolId, GrowingPlaces>();
  const begun = new Map<number, GrowingPlaces>();

  function emit(symbol: SymbolId, start: number, end: number): void {
    const use = policy.uses[symbol];
    if (use === undefined) return;
    if (use.kept) addPlace(kept, symbol, start, end);
    for (const { list, opensClause, closesClause } of use.lists) {
      if (opensClause && !opens(text, segments, start)) continue;
      if (closesClause && !closes(text, segments, end)) continue;
      emit(list, start, end);
    }
    for (const { sequence, step } of use.steps) advance(sequence, step, start, end);
  }

  function advance(number: number, step: number, start: number, end: number): void {
    const sequence = policy.sequences[number];
    if (sequence === undefined) return;
    let from = start;
    if (step > 0) {
      const before = begun.get(number * MOST_STEPS + step - 1);
      const found = before === undefined ? -1 : findBefore(before, start, sequence.steps[step]?.joint ?? 'adjoining', segments);
      if (before === undefined || found === -1) return;
      from = before.starts[found] ?? start;
    }
    if (step === sequence.steps.length - 1) emit(sequence.symbol, from, end);
    else addPlace(begun, number * MOST_STEPS + step, from, end);
  }

  for (const { symbol, start, end } of collectHits(policy, text)) emit(symbol, start, end);
  return kept;
}

function addPlace(places: Map<number, GrowingPlaces>, key: number, start: number, end: number): void {
  const known = places.get(key);
  if (known === undefined) places.set(key, { starts: [start], ends: [end] });
  else {
    known.starts.push(start);
    known.ends.push(end);
  }
}

/** The latest earlier place from which a step at `start` can be reached, or -1. */
function findBefore(places: GrowingPlaces, start: number, joint: string, segments: Segments): number {
  const last = places.ends.length - 1;
  for (let index = last; index >= 0 && index > last - LOOK_BACK; index -= 1) {
    const end = places.ends[index] ?? 0;
    if (end > start) continue;
    if (joint === 'adjoining') {
      if (end === start) return index;
      continue;
    }
    const inClause = joint === 'clause';
    if (start - end > (inClause ? CLAUSE_REACH : SENTENCE_REACH)) return -1;
    const numbers = inClause ? segments.clauses : segments.sentences;
    if (numbers[end - 1] !== numbers[start]) return -1;
    // Words before a quotation do not reach into it, unless they stand right at its mark.
    const sameSpeech = segments.quotations[end - 1] === segments.quotations[start];
    if (sameSpeech || start - end <= 1) return index;
  }
  return -1;
}

function collectHits(policy: CompiledPolicy, text: string): Hit[] {
  const found: Hit[] = [];
  const masks: { start: number; end: number }[] = [];
  policy.automaton.scan(text, (pattern, end) => {
    const literal = policy.literals[pattern];
    if (literal === undefined) return;
    const start = end - literal.text.length;
    if (cutsWord(text, start, end)) return;
    if (literal.lookalike) masks.push({ start, end });
    found.push({ symbol: literal.symbol, start, end });
  });
  const tokens = scanTokens(text).flatMap(({ kind, start, end }) => {
    const symbol = policy.tokens[kind];
    return symbol === undefined ? [] : [{ symbol, start, end }];
  });
  return mergeByEnd(unmask(found, masks), tokens);
}

function alphabet(text: string, at: number): 'letter' | 'digit' | null {
  const unit = text.charCodeAt(at);
  if (unit >= 0x61 && unit <= 0x7a) return 'letter';
  return unit >= 0x30 && unit <= 0x39 ? 'digit' : null;
}

/** Whether a match begins or ends inside a word of letters or a number (`sb` in `usb`). */
function cutsWord(text: string, start: number, end: number): boolean {
  const first = alphabet(text, start);
  const last = alphabet(text, end - 1);
  return (first !== null && first === alphabet(text, start - 1)) || (last !== null && last === alphabet(text, end));
}

/** Leaves out the hits that lie within a longer look-alike. Both lists are in the order of their ends. */
function unmask(hits: readonly Hit[], masks: readonly { start: number; end: number }[]): Hit[] {
  if (masks.length === 0) return [...hits];
  let next = 0;
  return hits.filter(({ start, end }) => {
    while (next < masks.length && (masks[next]?.end ?? 0) < end) next += 1;
    for (let index = next; index < masks.length && index < next + LOOK_BACK; index += 1) {
      const mask = masks[index];
      if (mask !== undefined && mask.start <= start && mask.end - mask.start > end - start) return false;
    }
    return true;
  });
}

function mergeByEnd(left: readonly Hit[], right: readonly Hit[]): Hit[] {
  if (right.length === 0) return [...left];
  const merged: Hit[] = [];
  let next = 0;
  for (const hit of left) {
    for (let other = right[next]; other !== undefined && other.end <= hit.end; other = right[next]) {
      merged.push(other);
      next += 1;
    }
    merged.push(hit);
  }
  return [...merged, ...right.slice(next)];
}

const LEADING = /[“‘《"([【@#]/;
const TRAILING = /[”’》")\]】。!?,;:…~]/;

function opens(text: string, segments: Segments, start: number): boolean {
  return start === 0 || segments.clauses[start] !== segments.clauses[start - 1] || LEADING.test(text.charAt(start - 1));
}

function closes(text: string, segments: Segments, end: number): boolean {
  return end >= text.length || segments.clauses[end] !== segments.clauses[end - 1] || TRAILING.test(text.charAt(end));
}
