import { sql } from 'kysely';
import type { ImportContext, Manifest, ManifestSection } from '../campaign/index.js';
import { type ImportCount, type WrittenRow, countImport } from '../organisation/index.js';
import { HubError, type Tx, newId, query } from '../platform/index.js';

/** The feeds of a campaign manifest. Their items follow when the import is read from the event log. */
export const feedsSection: ManifestSection = { key: 'feeds', import: importFeeds };

/**
 * Makes or amends the feeds of a manifest, found by slug; a feed that it does not name stays as it is.
 * @throws HubError FOREIGN_FEED when another campaign has a feed of that name
 */
async function importFeeds(tx: Tx, manifest: Manifest, { campaignId, now }: ImportContext): Promise<ImportCount> {
  const feeds = (manifest.feeds ?? []).map((feed) => ({ id: newId(), ...feed }));
  await refuseForeign(tx, feeds.map(({ slug }) => slug), campaignId);
  const written = await query(
    tx,
    sql<WrittenRow>`
      insert into feeds (id, slug, title, description, campaign_id, rule, updated_at)
      select id, slug, title, description, ${campaignId}::uuid, rule, ${now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(feeds)}::jsonb) as feed (id uuid, slug text, title text, description text, rule jsonb)
      order by id
      on conflict (slug) do update
        set title = excluded.title, description = coalesce(excluded.description, feeds.description), rule = excluded.rule,
            revision = feeds.revision + 1, updated_at = excluded.updated_at
        where (feeds.title, feeds.description, feeds.rule)
              is distinct from (excluded.title, coalesce(excluded.description, feeds.description), excluded.rule)
      returning slug as code, xmax = 0 as created`,
  );
  return countImport(feeds.length, written);
}

async function refuseForeign(tx: Tx, slugs: readonly string[], campaignId: string): Promise<void> {
  const foreign = await query(tx, sql<{ slug: string }>`select slug from feeds where slug = any(${slugs}::text[]) and campaign_id <> ${campaignId} order by slug`);
  if (foreign.length === 0) return;
  throw new HubError('FOREIGN_FEED', `Another campaign has feeds of these names already: ${foreign.map(({ slug }) => slug).join(', ')}.`, 'feeds');
}
