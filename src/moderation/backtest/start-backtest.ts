import { sql } from 'kysely';
import { HubError, emit, queryOne, transaction } from '../../platform/index.js';
import { lockPolicy } from '../packs/lock-pack.js';
import { type ActionContext, requireMember } from '../require-member.js';
import { backtestCancelled, backtestStarted } from './events.js';
import { type BacktestExtent, openBacktest } from './open-backtest.js';

/**
 * Has a version replayed over the history, by a job; while one of it runs already, that one is the answer.
 * @returns the backtest's uuid
 * @throws HubError UNKNOWN_ID, OUT_OF_RANGE
 */
export async function startBacktest(context: ActionContext, packId: string, extent: BacktestExtent): Promise<string> {
  const memberId = requireMember(context);
  return transaction(context.db, async (tx) => {
    await lockPolicy(tx);
    const pack = await queryOne(tx, sql<{ version: string; yamlHash: Buffer }>`select version, yaml_hash as "yamlHash" from policy_packs where id = ${packId}`);
    if (pack === undefined) throw new HubError('UNKNOWN_ID', 'There is no PolicyPack with this id.', 'packId');
    const running = await queryOne(tx, sql<{ id: string }>`select id from backtests where pack_id = ${packId} and state = 'RUNNING'`);
    if (running !== undefined) return running.id;
    const now = context.clock.now();
    const id = await openBacktest(tx, { packId, yamlHash: pack.yamlHash, memberId }, extent, now);
    await emit(tx, context.viewer.actor, now, [backtestStarted.draft(id, { version: pack.version })]);
    return id;
  });
}

/**
 * Calls a backtest off; the worker stops after its batch, and what was counted stays.
 * @throws HubError UNKNOWN_ID; BAD_TRANSITION when it does not run
 */
export async function cancelBacktest(context: ActionContext, backtestId: string): Promise<void> {
  requireMember(context);
  await transaction(context.db, async (tx) => {
    const now = context.clock.now();
    const known = await queryOne(tx, sql<{ state: string; version: string }>`
      select b.state, coalesce(p.version, '') as version from backtests b left join policy_packs p on p.id = b.pack_id where b.id = ${backtestId} for update of b`);
    if (known === undefined) throw new HubError('UNKNOWN_ID', 'There is no Backtest with this id.', 'backtestId');
    if (known.state !== 'RUNNING') throw new HubError('BAD_TRANSITION', `This backtest is ${known.state}: there is nothing to call off.`, 'backtestId');
    await queryOne(tx, sql`update backtests set state = 'CANCELLED', finished_at = ${now} where id = ${backtestId}`);
    await emit(tx, context.viewer.actor, now, [backtestCancelled.draft(backtestId, { version: known.version })]);
  });
}
