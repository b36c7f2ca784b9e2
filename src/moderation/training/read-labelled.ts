import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';

import { UsageError } from '../../platform/index.js';
import type { LabelledRow } from './labelled-row.js';
import { parseCsv } from './parse-csv.js';

/** A file of labelled texts, and its digest, by which a model says what it was trained on. */
export interface LabelledFile {
  readonly name: string;
  readonly sha256: string;
  readonly rows: readonly LabelledRow[];
  /** Lines that had no label or no text. */
  readonly skipped: number;
}

const Line = z.object({
  title: z.string().optional(),
  text: z.string().min(1),
  flag: z.union([z.boolean(), z.literal(0), z.literal(1)]),
  category: z.string().nullish(),
  function: z.string().optional(),
  form: z.string().optional(),
  note: z.string().optional(),
  pair: z.string().nullish(),
  id: z.string().optional(),
});

/**
 * Reads labelled texts: NDJSON with `text`, `flag` and, where known, `title`, `category`, `function`, `form` (or a note
 * that begins with `[form]`), `pair`; or CSV with the columns `text` and `label` (1 breaks a rule) and, where there is
 * one, `fine` or `category`. A file of plain lines (`.txt`) holds texts that break no rule.
 *
 * @throws UsageError if the file cannot be read or no line of it is a labelled text
 */
export function readLabelled(path: string): LabelledFile {
  const content = readText(path);
  const { rows, skipped } = path.endsWith('.csv') ? fromCsv(content) : path.endsWith('.txt') ? fromLines(content) : fromNdjson(content);
  if (rows.length === 0) throw new UsageError(`${path} holds no labelled text: NDJSON needs "text" and "flag", CSV needs the columns "text" and "label".`);
  return { name: basename(path), sha256: createHash('sha256').update(content).digest('hex'), rows, skipped };
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (fault) {
    throw new UsageError(`${path} cannot be read: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}

interface Read {
  readonly rows: readonly LabelledRow[];
  readonly skipped: number;
}

function fromNdjson(content: string): Read {
  const lines = content.split('\n').filter((line) => line.trim() !== '');
  const rows = lines.flatMap((line) => fromLine(line) ?? []);
  return { rows: namePairs(rows), skipped: lines.length - rows.length };
}

type IdentifiedRow = LabelledRow & { readonly id?: string | undefined };

function fromLine(line: string): IdentifiedRow | null {
  const parsed = Line.safeParse(parseJson(line));
  if (!parsed.success) return null;
  const { title, text, flag, category, function: tested, form, note, pair, id } = parsed.data;
  const noted = form ?? /^\[([a-z]+)\]/.exec(note ?? '')?.[1];
  return {
    text,
    flag: Boolean(flag),
    category: category ?? null,
    pair: pair ?? null,
    id,
    ...(title !== undefined && { title }),
    ...(tested !== undefined && { function: tested }),
    ...(noted !== undefined && { form: noted }),
  };
}

/** Some suites name a pair by a key that both rows share, some by the other row's id: both become one key. */
function namePairs(rows: readonly IdentifiedRow[]): LabelledRow[] {
  const ids = new Set(rows.map(({ id }) => id));
  return rows.map(({ id, ...row }) => (row.pair && id !== undefined && ids.has(row.pair) ? { ...row, pair: [id, row.pair].sort().join('+') } : row));
}

function fromCsv(content: string): Read {
  const { rows, skipped } = parseCsv(content);
  const usable = rows.filter(({ text, label }) => text !== undefined && text !== '' && (label === '0' || label === '1'));
  return {
    rows: usable.map(({ text = '', label, fine, category }) => ({ text, flag: label === '1', category: null, ...((fine ?? category) !== undefined && { fine: fine ?? category ?? '' }) })),
    skipped: skipped + rows.length - usable.length,
  };
}

function fromLines(content: string): Read {
  return { rows: content.split('\n').flatMap((line) => (line.trim() === '' ? [] : [{ text: line.trim(), flag: false, category: null }])), skipped: 0 };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
