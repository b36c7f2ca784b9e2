import type { CompiledPolicy, SymbolId } from '../policy/compile-policy-pack.js';
import { findTerms, type Places } from './find-terms.js';
import type { Circumstances } from './circumstances.js';
import { normalise, type NormalisedText } from './normalise.js';
import { segment, type Segments } from './segment.js';

export interface ScreenInput {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
  /** What is known beside the words; only where there is a database to ask. */
  readonly circumstances?: Circumstances | undefined;
}

/** A stretch of a post's title or text: UTF-16 units of that field, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A post as the checks see it: title and text normalised and joined by a line end. */
export interface ScreenedDocument {
  readonly input: ScreenInput;
  readonly text: string;
  readonly segments: Segments;
  /** Whether something was dropped between unit `index` and the one before, as if they had stood together. */
  joinedAt(index: number): boolean;
  /** Where the policy's lists and patterns are found. */
  readonly places: ReadonlyMap<SymbolId, Places>;
  /** The stretch of the original that units `start` … `end` - 1 stand for, and the field that it belongs to. */
  locate(start: number, end: number): { field: 'title' | 'text'; span: Span };
}

export function readDocument(input: ScreenInput, policy: CompiledPolicy): ScreenedDocument {
  const title = normalise(input.title ?? '');
  const body = normalise(input.text);
  const bodyFrom = title.text === '' ? 0 : title.text.length + 1;
  const text = title.text === '' ? body.text : `${title.text}\n${body.text}`;
  const gapBefore = (index: number): boolean => (index < bodyFrom ? index < title.text.length && title.gapBefore(index) : body.gapBefore(index - bodyFrom));
  const segments = segment({ text, gapBefore });
  return {
    input,
    text,
    segments,
    joinedAt: (index) => !gapBefore(index) && (index < bodyFrom ? wasJoined(title, index) : wasJoined(body, index - bodyFrom)),
    places: findTerms(policy, text, segments),
    locate(start, end) {
      if (start < bodyFrom) return { field: 'title', span: spanOf(input.title ?? '', title, start, Math.min(end, title.text.length)) };
      return { field: 'text', span: spanOf(input.text, body, start - bodyFrom, end - bodyFrom) };
    },
  };
}

function wasJoined(normalised: NormalisedText, index: number): boolean {
  return index > 0 && normalised.sourceStart(index) > normalised.sourceEnd(index - 1);
}

function spanOf(original: string, normalised: NormalisedText, from: number, to: number): Span {
  const start = normalised.sourceStart(from);
  const end = normalised.sourceEnd(to - 1);
  return { start, end, text: original.slice(start, end) };
}

/** Spans in order, those that touch or overlap joined, at most `most` of them. */
export function joinSpans(spans: readonly Span[], field: string, most: number): Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined.slice(0, most).map(({ start, end }) => ({ start, end, text: field.slice(start, end) }));
}
