import { sql } from 'kysely';
import { type Queryable, query } from '../platform/index.js';
import type { ReadManifest } from './manifest/read-manifest.js';
import { type ManifestProblem, fieldName } from './manifest/manifest-problem.js';

/** Finds what a manifest says that the hub's own data does not allow: a topic's code belongs to one campaign. */
export async function findForeignTopics(db: Queryable, read: ReadManifest): Promise<ManifestProblem[]> {
  const { campaign, topics = [] } = read.manifest;
  const foreign = await query(
    db,
    sql<{ code: string; owner: string }>`
      select t.code, c.code as owner from topics t join campaigns c on c.id = t.campaign_id
      where t.code = any(${topics.map((topic) => topic.code)}::text[]) and c.code <> ${campaign.code}`,
  );
  const ownerOf = new Map(foreign.map(({ code, owner }) => [code, owner]));
  return topics.flatMap(({ code }, index) => {
    const owner = ownerOf.get(code);
    if (owner === undefined) return [];
    const path = ['topics', index, 'code'];
    return [{ line: read.lineOf(path), field: fieldName(path), message: `is "${code}", a topic of the campaign "${owner}" already` }];
  });
}
