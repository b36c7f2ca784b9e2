import { z } from 'zod';

import type { Screener, ScreenResult, Span } from './screen.js';

const Line = z.object({ id: z.string().min(1), title: z.string().optional(), text: z.string() });

export interface ScreenedLine {
  readonly id: string;
  readonly outcome: 'CLEAR' | 'HOLD';
  readonly risk: number;
  readonly findings: readonly {
    readonly check: string;
    readonly rule: string;
    readonly category: string;
    readonly severity: number;
    readonly confidence: number;
    /** The Chinese sentence, then the English one after ` / `. */
    readonly explanation: string;
    /** Spans of the line's `text`, and of its `title`. */
    readonly spans: readonly Span[];
    readonly titleSpans: readonly Span[];
  }[];
}

export interface BadLine {
  readonly id: null;
  readonly error: { readonly code: 'NOT_JSON' | 'NOT_A_POST'; readonly message: string; readonly line: number };
}

/**
 * Screens NDJSON, one post a line (`{"id", "title"?, "text"}`), and yields one answer a line, in order; empty lines have
 * none. A line that cannot be read yields its error, with its number from 1, and does not stop the run.
 */
export async function* screenLines(lines: AsyncIterable<string> | Iterable<string>, screener: Screener): AsyncGenerator<ScreenedLine | BadLine> {
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() !== '') yield screenLine(line, number, screener);
  }
}

function screenLine(line: string, number: number, screener: Screener): ScreenedLine | BadLine {
  const parsed = Line.safeParse(parseJson(line));
  if (parsed.success) {
    const { id, title, text } = parsed.data;
    return describe(screener.screen(title === undefined ? { id, text } : { id, title, text }));
  }
  if (parseJson(line) === undefined) return { id: null, error: { code: 'NOT_JSON', message: 'the line is not JSON', line: number } };
  const [issue] = parsed.error.issues;
  return { id: null, error: { code: 'NOT_A_POST', message: `${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'is not a post'}`, line: number } };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

function describe({ id, outcome, risk, findings }: ScreenResult): ScreenedLine {
  return {
    id,
    outcome,
    risk,
    findings: findings.map(({ check, rule, category, severity, confidence, explanation, spans, titleSpans }) => ({
      check,
      rule,
      category,
      severity,
      confidence,
      explanation: `${explanation.zh} / ${explanation.en}`,
      spans,
      titleSpans,
    })),
  };
}
