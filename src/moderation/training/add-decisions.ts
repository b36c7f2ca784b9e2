import { createHash } from 'node:crypto';
import { type Database, UsageError } from '../../platform/index.js';
import { servedPack } from '../packs/loaded-packs.js';
import type { LabelledRow } from './labelled-row.js';
import { readDecisions } from './read-decisions.js';
import type { ReadSource } from './train-models.js';
import type { Training } from './train-recipe.js';

/** Fewer teach nothing that the texts of the recipe would not outweigh. */
const FEWEST = 20;

/** The families that people decide on by reading; whether a post is a copy or holds personal data is no matter of style. */
const HEADS = ['incivility', 'superstition', 'deception'] as const;

export interface DecisionsAdded {
  readonly training: Training;
  /** Texts that went in, by the category that they break, most first; CLEAR stands for those that break none. */
  readonly byCategory: Readonly<Record<string, number>>;
  readonly rows: number;
}

/**
 * Adds people's decisions to what models are trained on, as one more source, behind the lists of the policy in force. The
 * texts stay in the database. Of them a model keeps only hashed features and their weights, and of these none that fewer
 * than two texts have: no name, number or sentence can be read out of it.
 *
 * @param most texts at most, the newest
 * @param share how much such a text counts beside one of the recipe's with the share 1
 * @throws UsageError where there are too few to learn from
 */
export async function addDecisions(db: Database, training: Training, { most, share }: { readonly most: number; readonly share: number }): Promise<DecisionsAdded> {
  const rows = await readDecisions(db, most);
  if (rows.length === 0) throw new UsageError('Nobody has decided anything on this hub yet: there is nothing to learn from.');
  if (rows.length < FEWEST) throw new UsageError(`People's decisions stand on ${rows.length} texts here: too few to learn from, ${FEWEST} are the least.`);
  const { pack } = await servedPack(db);
  return { training: { ...training, pack, sources: [...training.sources, asSource(rows, share)] }, byCategory: countByCategory(rows), rows: rows.length };
}

function asSource(rows: readonly LabelledRow[], share: number): ReadSource {
  const name = 'decisions';
  const sha256 = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  return {
    source: { file: name, licence: 'own', heads: Object.fromEntries(HEADS.map((head) => [head, share])) },
    file: { name, sha256, rows, skipped: 0 },
  };
}

function countByCategory(rows: readonly LabelledRow[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { flag, category } of rows) {
    const key = flag ? (category ?? '') : 'CLEAR';
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1)));
}
