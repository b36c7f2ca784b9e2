import { sql } from 'kysely';
import { type Database, HubError, emit, query, transaction } from '../../platform/index.js';
import { siteCredited } from './events.js';

const MOST_CLEAN = 1_000;

/** Who credits a site, when, and why. */
export interface CreditBy {
  readonly actor: string;
  readonly memberId: string | null;
  readonly now: Date;
  readonly reason: string;
}

/**
 * Credits a site that people know from before the hub with so many clean decisions, so that it does not begin as a new one.
 * They count as older than all decisions: what people find from now on soon outweighs them. Given again, the newer credit counts.
 * @param clean 1 to 1,000
 * @throws HubError OUT_OF_RANGE, UNKNOWN_SITE
 */
export async function creditSite(db: Database, siteCode: string, clean: number, { actor, memberId, now, reason }: CreditBy): Promise<void> {
  if (!Number.isInteger(clean) || clean < 1 || clean > MOST_CLEAN) throw new HubError('OUT_OF_RANGE', `"cleanDecisions" must be from 1 to ${MOST_CLEAN}.`, 'cleanDecisions');
  await transaction(db, async (tx) => {
    const [credit] = await query(
      tx,
      sql<{ siteId: string }>`
        insert into site_credits (site_id, clean, reason, given_by, given_at)
        select id, ${clean}, ${reason}, ${memberId}, ${now} from sites where code = ${siteCode}
        on conflict (site_id) do update set clean = excluded.clean, reason = excluded.reason, given_by = excluded.given_by, given_at = excluded.given_at
        returning site_id as "siteId"`,
    );
    if (credit === undefined) throw new HubError('UNKNOWN_SITE', `There is no site "${siteCode}".`, 'siteCode');
    await emit(tx, actor, now, [siteCredited.draft(credit.siteId, { clean, reason })]);
  });
}
