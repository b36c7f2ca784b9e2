import { type RawBuilder, sql } from 'kysely';
import { isCode } from '../organisation/index.js';
import { type LoaderKind, type Queryable, query, queryOne } from '../platform/index.js';
import { type CampaignRow, CampaignView, MilestoneView, PhaseView, TopicView } from './campaign.view.js';

// Days leave the database as text: a calendar day has no hour that a time zone could shift.
const campaignColumns = sql`id, code, name, description, starts_on::text as "startsOn", ends_on::text as "endsOn"`;

/** All campaigns, the latest first. */
export async function listCampaigns(db: Queryable): Promise<CampaignView[]> {
  const rows = await query(db, sql<CampaignRow>`select ${campaignColumns} from campaigns order by starts_on desc, code`);
  return rows.map((row) => new CampaignView(row));
}

/** The campaign with a code, or undefined. */
export async function campaignByCode(db: Queryable, code: string): Promise<CampaignView | undefined> {
  if (!isCode(code)) return undefined;
  const row = await queryOne(db, sql<CampaignRow>`select ${campaignColumns} from campaigns where code = ${code}`);
  return row && new CampaignView(row);
}

/** Those of the codes that are topics, of whatever campaign. */
export async function topicsByCode(db: Queryable, codes: readonly string[]): Promise<Set<string>> {
  const rows = await query(db, sql<{ code: string }>`select code from topics where code = any(${codes.filter(isCode)}::text[])`);
  return new Set(rows.map(({ code }) => code));
}

/** Phases of campaigns in the order of time, by the campaign's uuid. */
export const phasesOfCampaign: LoaderKind<string, PhaseView[]> = listLoader(
  (ids) => sql`
    select campaign_id as "campaignId", code, name, starts_on::text as "startsOn", ends_on::text as "endsOn"
    from phases where campaign_id = any(${ids}::uuid[]) order by starts_on, code`,
  PhaseView,
);

/** Milestones of campaigns in the order of time, by the campaign's uuid. */
export const milestonesOfCampaign: LoaderKind<string, MilestoneView[]> = listLoader(
  (ids) => sql`
    select campaign_id as "campaignId", code, name, happens_on::text as "happensOn"
    from milestones where campaign_id = any(${ids}::uuid[]) order by happens_on, code`,
  MilestoneView,
);

/** Topics of campaigns in the order in which they were set up, by the campaign's uuid. */
export const topicsOfCampaign: LoaderKind<string, TopicView[]> = listLoader(
  (ids) => sql`
    select campaign_id as "campaignId", code, name, description, opens_on::text as "opensOn", closes_on::text as "closesOn"
    from topics where campaign_id = any(${ids}::uuid[]) order by id`,
  TopicView,
);

function listLoader<View extends object>(statement: (ids: readonly string[]) => RawBuilder<unknown>, view: new () => View): LoaderKind<string, View[]> {
  return {
    async load(db, ids) {
      const lists = new Map<string, View[]>(ids.map((id) => [id, []]));
      for (const { campaignId, ...row } of (await query(db, statement(ids))) as ({ campaignId: string } & View)[]) {
        lists.get(campaignId)?.push(Object.assign(new view(), row));
      }
      return lists;
    },
  };
}
