import { sql } from 'kysely';
import { type Database, query, transaction } from '../platform/index.js';
import { type ComparableText, comparable, similarity } from './content/compare-texts.js';

/** When two texts are copies of one another. */
export interface CopyRule {
  /** Jaccard similarity of their sets of 3-grams, from which they are. */
  readonly similarity: number;
  /** Letters and digits that a text must have for being like another; shorter ones must be the same. */
  readonly shortest: number;
}

/** Two posts whose newest texts are copies of one another. */
export interface CopyPair {
  readonly postId: string;
  readonly otherId: string;
  /** The revisions that were compared. */
  readonly revision: number;
  readonly otherRevision: number;
}

/** Of the posts that share a key with one, those whose SimHash is nearest are compared with it. */
const NEAREST = 8;
/** Posts that share a key, as far as they are looked at: a text pushed a million times is known by a few of its copies. */
const MOST_SHARING = 100;
/** A key that more posts than this share is sampled by the index itself, if all keys of a text are such. */
const MOST_A_KEY = 100;

/**
 * Finds the posts of which these are copies, among all that were fingerprinted: by index, then confirmed by exact
 * comparison. Cost follows the candidates, not the number of posts.
 */
export async function matchCopies(db: Database, postIds: readonly string[], rule: CopyRule): Promise<CopyPair[]> {
  const same = await groupSame(db, postIds);
  const candidates = await findCandidates(db, [...same.keys()]);
  const pairs = [...candidates, ...[...same.values()].flat()];
  const texts = await readTexts(db, [...new Set(pairs.flatMap(({ postId, otherId }) => [postId, otherId]))]);
  return pairs.filter(({ postId, otherId }) => {
    const [text, other] = [texts.get(postId), texts.get(otherId)];
    return text !== undefined && other !== undefined && similarity(text, other, rule.shortest) >= rule.similarity;
  });
}

/** Posts of a batch with one fingerprint are looked up once: pairs of each with the first of its kind, by the first. */
async function groupSame(db: Database, postIds: readonly string[]): Promise<Map<string, CopyPair[]>> {
  const prints = await query(
    db,
    sql<{ postId: string; revision: number; print: string }>`
      select p.id as "postId", p.revision, f.sim_hash || ' ' || f.band_keys::text as print
      from posts p join fingerprints f on f.post_id = p.id and f.revision = p.revision
      where p.id = any(${postIds}::uuid[]) and p.withdrawn_at is null and f.band_keys <> '{}'
      order by p.id`,
  );
  const firsts = new Map<string, { postId: string; revision: number }>();
  const same = new Map<string, CopyPair[]>();
  for (const { postId, revision, print } of prints) {
    const first = firsts.get(print);
    if (first === undefined) {
      firsts.set(print, { postId, revision });
      same.set(postId, []);
    } else same.get(first.postId)?.push({ postId, revision, otherId: first.postId, otherRevision: first.revision });
  }
  return same;
}

async function findCandidates(db: Database, postIds: readonly string[]): Promise<CopyPair[]> {
  return transaction(db, async (tx) => {
    await query(tx, sql`select set_config('gin_fuzzy_search_limit', ${String(MOST_A_KEY)}, true)`);
    return query(
      tx,
      sql<CopyPair>`
        select p.id as "postId", p.revision, near.post_id as "otherId", near.revision as "otherRevision"
        from posts p
        join fingerprints f on f.post_id = p.id and f.revision = p.revision
        cross join lateral (
          select other.post_id, other.revision
          from (
            select post_id, revision, sim_hash from fingerprints
            where band_keys && f.band_keys and post_id <> p.id
            limit ${MOST_SHARING}
          ) other
          join posts q on q.id = other.post_id and q.revision = other.revision and q.withdrawn_at is null
          order by bit_count((other.sim_hash # f.sim_hash)::bit(64)), other.post_id
          limit ${NEAREST}
        ) near
        where p.id = any(${postIds}::uuid[]) and p.withdrawn_at is null`,
    );
  });
}

async function readTexts(db: Database, postIds: readonly string[]): Promise<Map<string, ComparableText>> {
  if (postIds.length === 0) return new Map();
  const rows = await query(
    db,
    sql<{ id: string; text: string }>`
      select p.id, r.text from posts p join revisions r on r.post_id = p.id and r.number = p.revision
      where p.id = any(${postIds}::uuid[])`,
  );
  return new Map(rows.map(({ id, text }) => [id, comparable(text)]));
}
