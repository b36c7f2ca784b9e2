import { sql } from 'kysely';
import { type ImportCount, type WrittenRow, countImport } from '../organisation/index.js';
import { type Tx, newId, query, queryOne } from '../platform/index.js';
import type { Manifest } from './manifest/manifest-schema.js';

export interface CampaignCounts {
  readonly campaign: ImportCount;
  readonly phases: ImportCount;
  readonly milestones: ImportCount;
  readonly topics: ImportCount;
}

/**
 * Brings a campaign, its phases, milestones and topics to what a manifest says. Entries are added or amended, never removed; a key
 * left out of an entry leaves what stands. The codes of topics must not be another campaign's.
 * @returns uuid of the campaign, and what was done
 */
export async function importCampaign(tx: Tx, manifest: Manifest): Promise<{ id: string; counts: CampaignCounts }> {
  const { campaign, phases = [], milestones = [], topics = [] } = manifest;
  const campaignWritten = await storeCampaign(tx, campaign);
  const stored = await queryOne(tx, sql<{ id: string }>`select id from campaigns where code = ${campaign.code}`);
  if (stored === undefined) throw new Error('The campaign that was stored is not there.');
  const { id } = stored;
  return {
    id,
    counts: {
      campaign: countImport(1, campaignWritten),
      phases: countImport(phases.length, await storePhases(tx, id, phases)),
      milestones: countImport(milestones.length, await storeMilestones(tx, id, milestones)),
      topics: countImport(topics.length, await storeTopics(tx, id, topics)),
    },
  };
}

function storeCampaign(tx: Tx, { code, name, description, startsOn, endsOn }: Manifest['campaign']): Promise<WrittenRow[]> {
  return query(
    tx,
    sql<WrittenRow>`
      insert into campaigns as c (id, code, name, description, starts_on, ends_on)
      values (${newId()}, ${code}, ${name}, ${description ?? null}, ${startsOn}::date, ${endsOn}::date)
      on conflict (code) do update set name = excluded.name, description = coalesce(excluded.description, c.description),
                                       starts_on = excluded.starts_on, ends_on = excluded.ends_on
      where (c.name, c.description, c.starts_on, c.ends_on)
            is distinct from (excluded.name, coalesce(excluded.description, c.description), excluded.starts_on, excluded.ends_on)
      returning code, xmax = 0 as created`,
  );
}

function storePhases(tx: Tx, campaignId: string, phases: NonNullable<Manifest['phases']>): Promise<WrittenRow[]> {
  return query(
    tx,
    sql<WrittenRow>`
      insert into phases as p (campaign_id, code, name, starts_on, ends_on)
      select ${campaignId}::uuid, code, name, "startsOn", "endsOn"
      from jsonb_to_recordset(${JSON.stringify(phases)}::jsonb) as entry (code text, name text, "startsOn" date, "endsOn" date)
      on conflict (campaign_id, code) do update set name = excluded.name, starts_on = excluded.starts_on, ends_on = excluded.ends_on
      where (p.name, p.starts_on, p.ends_on) is distinct from (excluded.name, excluded.starts_on, excluded.ends_on)
      returning code, xmax = 0 as created`,
  );
}

function storeMilestones(tx: Tx, campaignId: string, milestones: NonNullable<Manifest['milestones']>): Promise<WrittenRow[]> {
  return query(
    tx,
    sql<WrittenRow>`
      insert into milestones as m (campaign_id, code, name, happens_on)
      select ${campaignId}::uuid, code, name, "on"
      from jsonb_to_recordset(${JSON.stringify(milestones)}::jsonb) as entry (code text, name text, "on" date)
      on conflict (campaign_id, code) do update set name = excluded.name, happens_on = excluded.happens_on
      where (m.name, m.happens_on) is distinct from (excluded.name, excluded.happens_on)
      returning code, xmax = 0 as created`,
  );
}

function storeTopics(tx: Tx, campaignId: string, topics: NonNullable<Manifest['topics']>): Promise<WrittenRow[]> {
  const rows = topics.map((topic) => ({ id: newId(), ...topic }));
  return query(
    tx,
    sql<WrittenRow>`
      insert into topics as t (id, campaign_id, code, name, description, opens_on, closes_on)
      select id, ${campaignId}::uuid, code, name, description, "opensOn", "closesOn"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           as entry (id uuid, code text, name text, description text, "opensOn" date, "closesOn" date)
      on conflict (code) do update
      set name = excluded.name, description = coalesce(excluded.description, t.description),
          opens_on = coalesce(excluded.opens_on, t.opens_on), closes_on = coalesce(excluded.closes_on, t.closes_on)
      where (t.name, t.description, t.opens_on, t.closes_on)
            is distinct from (excluded.name, coalesce(excluded.description, t.description),
                              coalesce(excluded.opens_on, t.opens_on), coalesce(excluded.closes_on, t.closes_on))
      returning code, xmax = 0 as created`,
  );
}
