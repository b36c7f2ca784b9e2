import { type CompiledPolicy, compilePolicyPack } from '../policy/compile-policy-pack.js';
import type { PolicyPack } from '../policy/policy-pack.js';
import { hear } from '../screening/model/judge.js';
import type { LinearModel } from '../screening/model/linear-model.js';
import { readDocument } from '../screening/screened-document.js';
import type { Screener } from '../screening/screen.js';
import type { LabelledFile } from './read-labelled.js';
import type { LabelledRow } from './labelled-row.js';
import { measure } from './measure.js';

/** How a group of rows fared: how many there are, and how many of them were held. */
export interface HeldCount {
  readonly flag: boolean;
  readonly rows: number;
  readonly held: number;
}

/** What screening makes of a file of labelled texts. Shares are of 1. */
export interface Evaluation {
  readonly file: string;
  readonly rows: number;
  /** Held, of the rows that break a rule; null if there are none. */
  readonly recall: number | null;
  /** Held, of the rows that break none. */
  readonly wrongHolds: number | null;
  /** Pairs of which both rows came out right. */
  readonly pairs: { readonly pairs: number; readonly bothRight: number };
  /** Rows rightly held whose category is among the findings'. */
  readonly categoryRight: number | null;
  readonly byFunction: Readonly<Record<string, HeldCount>>;
  readonly byForm: Readonly<Record<string, HeldCount>>;
  /** By the source's finer label. */
  readonly byFine: Readonly<Record<string, HeldCount & { readonly modelFlagged: number }>>;
  /** The model's head for general offensiveness against the labels, where the file has no categories. */
  readonly model: Readonly<Record<string, number>> | null;
}

interface Outcome {
  readonly row: LabelledRow;
  readonly held: boolean;
  readonly categories: readonly string[];
  readonly offence: number;
}

/** The head that is trained on general offensiveness alone. */
const OFFENCE = 'offence';

/** Screens every row of a file and counts. */
export function evaluate(file: LabelledFile, screener: Screener, pack: PolicyPack, model: LinearModel): Evaluation {
  const policy = compilePolicyPack(pack);
  const outcomes = file.rows.map((row, index) => screenRow(row, String(index), screener, policy, model));
  const [guilty, innocent] = [outcomes.filter(({ row }) => row.flag), outcomes.filter(({ row }) => !row.flag)];
  const found = guilty.filter(({ held }) => held);
  const named = found.filter(({ row }) => row.category !== null);
  return {
    file: file.name,
    rows: outcomes.length,
    recall: share(found.length, guilty.length),
    wrongHolds: share(innocent.filter(({ held }) => held).length, innocent.length),
    pairs: countPairs(outcomes),
    categoryRight: share(named.filter(({ row, categories }) => row.category !== null && categories.includes(row.category)).length, named.length),
    byFunction: countBy(outcomes, ({ row }) => row.function),
    byForm: countBy(outcomes, ({ row }) => row.form && `${row.form} ${row.flag ? '+' : '-'}`),
    byFine: countFine(outcomes),
    model: guilty.length > 0 && innocent.length > 0 && outcomes.every(({ row }) => row.category === null) ? measure(outcomes.map(({ row, offence }) => ({ label: row.flag, probability: offence }))) : null,
  };
}

function screenRow(row: LabelledRow, id: string, screener: Screener, policy: CompiledPolicy, model: LinearModel): Outcome {
  const input = { id, text: row.text, ...(row.title !== undefined && { title: row.title }) };
  const { outcome, findings } = screener.screen(input);
  const offence = hear(model, readDocument(input, policy), policy).judgements.find(({ head }) => head === OFFENCE)?.probability ?? 0;
  return { row, held: outcome === 'HOLD', categories: findings.map(({ category }) => category), offence };
}

function countBy(outcomes: readonly Outcome[], keyOf: (outcome: Outcome) => string | undefined): Record<string, HeldCount> {
  const counts = new Map<string, { flag: boolean; rows: number; held: number }>();
  for (const outcome of outcomes) {
    const key = keyOf(outcome);
    if (key === undefined || key === '') continue;
    const count = counts.get(key) ?? { flag: outcome.row.flag, rows: 0, held: 0 };
    count.rows += 1;
    count.held += Number(outcome.held);
    counts.set(key, count);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function countFine(outcomes: readonly Outcome[]): Evaluation['byFine'] {
  const counts = countBy(outcomes, ({ row }) => row.fine);
  return Object.fromEntries(
    Object.entries(counts).map(([fine, count]) => [fine, { ...count, modelFlagged: outcomes.filter(({ row, offence }) => row.fine === fine && offence >= 0.5).length }]),
  );
}

function countPairs(outcomes: readonly Outcome[]): Evaluation['pairs'] {
  const byPair = Map.groupBy(outcomes.filter(({ row }) => row.pair), ({ row }) => row.pair);
  const whole = [...byPair.values()].filter((rows) => rows.length === 2);
  return { pairs: whole.length, bothRight: whole.filter((rows) => rows.every(({ row, held }) => row.flag === held)).length };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1_000) / 1_000;
}
