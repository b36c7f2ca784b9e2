import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { hashYaml } from '../../../src/moderation/packs/hash-yaml.js';
import { holdServed } from '../../../src/moderation/packs/hold-served.js';
import { retirePolicyPack } from '../../../src/moderation/packs/retire-policy-pack.js';
import { rollBackPolicy } from '../../../src/moderation/packs/roll-back-policy.js';
import { BrokenPack, savePolicyDraft } from '../../../src/moderation/packs/save-policy-draft.js';
import { seedFirstEdition } from '../../../src/moderation/packs/seed-first-edition.js';
import { servePolicyPack } from '../../../src/moderation/packs/serve-policy-pack.js';
import { startShadow, stopShadow } from '../../../src/moderation/packs/shadow-policy-pack.js';
import { openBacktest } from '../../../src/moderation/backtest/open-backtest.js';
import { query, queryOne, transaction } from '../../../src/platform/index.js';
import { type Actor, KIND, type ModerationRoom, RUDE, codeOf, openModerationRoom } from '../moderation-room.js';
import { writePack } from './write-pack.js';

const rationale = '按季度复核';

describe('versions of the policy', () => {
  let room: ModerationRoom;
  let author: Actor;
  let colleague: Actor;
  beforeAll(async () => {
    room = await openModerationRoom();
    author = await room.person('gu', 'LEAD');
    colleague = await room.person('qin', 'LEAD');
  });
  afterAll(() => room.close());

  const draft = (version: string, terms: string[] = ['扫干净']) => savePolicyDraft(author, { yaml: writePack({ version, rules: { trial: terms } }), rationale });
  const states = async () => {
    const rows = await query(room.db, sql<{ version: string; state: string }>`select version, state from policy_packs order by id`);
    return Object.fromEntries(rows.map(({ version, state }) => [version, state]));
  };
  /** As if a backtest of just this text had run to its end. */
  const backtested = async (packId: string) => {
    const row = await queryOne(room.db, sql<{ yaml: string }>`select yaml from policy_packs where id = ${packId}`);
    const id = await transaction(room.db, (tx) => openBacktest(tx, { packId, yamlHash: hashYaml(row?.yaml ?? ''), memberId: null }, { days: 30, mostPosts: 10, examples: 0 }, room.clock.now()));
    await query(room.db, sql`update backtests set state = 'DONE' where id = ${id}`);
  };
  const screenedBy = async (postId: string) => (await queryOne(room.db, sql<{ version: string }>`select pack_version as version from screenings where post_id = ${postId} order by revision desc limit 1`))?.version;

  it('a new hub serves the first edition, however many processes start at once', async () => {
    await Promise.all([1, 2, 3, 4].map(() => seedFirstEdition(room.db, room.clock.now())));
    expect(await states()).toEqual({ '2026.1': 'SERVED' });
    expect(await room.events('policy.served')).toMatchObject([{ version: '2026.1', replaced: null }]);
  });

  it('the database itself allows one served version, never two and never none, and no change of a text', async () => {
    await draft('enforced');
    const attempt = (statement: ReturnType<typeof sql>) => codeOf(transaction(room.db, (tx) => query(tx, statement)));
    expect(await attempt(sql`update policy_packs set state = 'SERVED' where version = 'enforced'`)).toBe('23505');
    expect(await attempt(sql`update policy_packs set state = 'RETIRED' where state = 'SERVED'`)).toBe('23000');
    expect(await attempt(sql`delete from policy_packs where state = 'SERVED'`)).toBe('23000');
    expect(await attempt(sql`update policy_packs set yaml = yaml || '#' where version = 'enforced'`)).toBe('42501');
    expect(await states()).toMatchObject({ '2026.1': 'SERVED', enforced: 'DRAFT' });
  });

  it('a draft is kept as it was written; saved twice it is one; its label is its own', async () => {
    const yaml = `${writePack({ version: 'kept', rules: { trial: ['扫干净'] } })}# 一行批注\n`;
    const id = await savePolicyDraft(author, { yaml, rationale });
    expect(await savePolicyDraft(author, { yaml, rationale })).toBe(id);
    expect(await queryOne(room.db, sql`select yaml, rationale from policy_packs where id = ${id}`)).toEqual({ yaml, rationale });
    expect(await room.events('policy.drafted', id)).toEqual([{ version: 'kept', rationale }]);
    const again = await savePolicyDraft(colleague, { yaml: `# 另一份\n${yaml}`, rationale }).catch((fault: unknown) => fault);
    expect(again).toBeInstanceOf(BrokenPack);
    expect(again).toMatchObject({ code: 'VERSION_TAKEN', problems: [{ line: 2, field: 'version' }] });
  });

  it('is refused with every error at its line, and an office is never a ground', async () => {
    const broken = writePack({ version: 'broken', rules: { one: ['局长'], two: ['@nothing'] } });
    const problemsOf = async (yaml: string) => ((await savePolicyDraft(author, { yaml, rationale }).catch((fault: unknown) => fault)) as BrokenPack).problems;
    expect(await problemsOf(broken.replace('severity: 2}', 'severity: 9}'))).toMatchObject([{ line: 5, field: 'triage.failedCheck.severity' }]);
    const told = await problemsOf(broken);
    expect(told).toHaveLength(2);
    expect(told).toContainEqual({ line: 18, field: 'rules[0].any[0]', message: expect.stringContaining('never a ground') });
    expect(told).toContainEqual({ line: 19, field: 'rules[1].any[0]', message: expect.stringContaining('there is no vocabulary list') });
    expect(await problemsOf(writePack({ version: 'broken', rules: { one: ['扫'] }, sampling: '{floor: 0.9, ceiling: 0.5}' }))).toMatchObject([{ line: 6, field: 'triage.sampling.floor' }]);
    expect(await codeOf(savePolicyDraft(author, { yaml: broken, rationale: ' ' }))).toBe('REQUIRED');
    expect(await codeOf(savePolicyDraft(author, { yaml: 'a: "\0"', rationale }))).toBe('MALFORMED_TEXT');
    expect(Object.keys(await states())).not.toContain('broken');
  });

  it('is served only after a backtest of just this text, and by somebody else than its author', async () => {
    const [packId, other] = [await draft('second'), await draft('other', ['门前'])];
    expect(await codeOf(servePolicyPack(author, { packId, rationale }))).toBe('SECOND_PERSON_NEEDED');
    await backtested(other);
    expect(await codeOf(servePolicyPack(colleague, { packId, rationale }))).toBe('BACKTEST_NEEDED');
    await backtested(packId);
    expect(await codeOf(servePolicyPack(author, { packId, rationale }))).toBe('SECOND_PERSON_NEEDED');
    await servePolicyPack(colleague, { packId, rationale });
    expect(await states()).toMatchObject({ '2026.1': 'RETIRED', second: 'SERVED' });
    expect(await room.events('policy.served', packId)).toEqual([{ version: 'second', replaced: '2026.1', rolledBack: false, rationale }]);
    expect(await codeOf(servePolicyPack(colleague, { packId, rationale }))).toBe('BAD_TRANSITION');
  });

  it('what comes in after the switch is screened by the new version, and says so', async () => {
    const [kind = '', rude = ''] = await room.push({ 'after-kind': KIND, 'after-rude': RUDE });
    expect(await room.standing(kind)).toMatchObject({ standing: 'HELD' });
    expect(await room.standing(rude)).toMatchObject({ standing: 'PUBLISHABLE' });
    expect([await screenedBy(kind), await screenedBy(rude)]).toEqual(['second', 'second']);
  });

  it('goes back to a version that was in force, at once and by one person, but not to one that never was', async () => {
    const first = (await queryOne(room.db, sql<{ id: string }>`select id from policy_packs where version = '2026.1'`))?.id ?? '';
    const abandoned = await draft('abandoned');
    await retirePolicyPack(author, { packId: abandoned, rationale });
    expect(await codeOf(rollBackPolicy(author, { packId: abandoned, rationale }))).toBe('NEVER_SERVED');
    await rollBackPolicy(author, { packId: first, rationale });
    expect(await states()).toMatchObject({ '2026.1': 'SERVED', second: 'RETIRED', abandoned: 'RETIRED' });
    const [kind = ''] = await room.push({ 'back-kind': KIND });
    expect(await room.standing(kind)).toMatchObject({ standing: 'PUBLISHABLE' });
    expect(await codeOf(retirePolicyPack(author, { packId: first, rationale }))).toBe('BAD_TRANSITION');
  });

  it('is not served while posts wait in a queue that it lacks: nobody could claim them', async () => {
    const yaml = writePack({ version: 'elsewhere', rules: { trial: ['扫干净'] }, queue: 'gossip' });
    const packId = await savePolicyDraft(author, { yaml, rationale });
    await backtested(packId);
    expect(await codeOf(servePolicyPack(colleague, { packId, rationale }))).toBe('QUEUE_IN_USE');
    expect(await states()).toMatchObject({ '2026.1': 'SERVED', elsewhere: 'DRAFT' });
  });

  it('waits for the screenings under way, and those that come too late go by the new version', async () => {
    const first = (await queryOne(room.db, sql<{ id: string }>`select id from policy_packs where state = 'SERVED'`))?.id ?? '';
    const packId = await draft('meanwhile');
    await backtested(packId);
    const order: string[] = [];
    let serving: Promise<unknown> = Promise.resolve();
    await transaction(room.db, async (tx) => {
      expect(await holdServed(tx, first)).toBe(true);
      serving = servePolicyPack(colleague, { packId, rationale }).then(() => order.push('served'));
      while ((await queryOne(room.db, sql`select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)) === undefined);
      order.push('screened');
    });
    await serving;
    expect(order).toEqual(['screened', 'served']);
    expect(await transaction(room.db, (tx) => holdServed(tx, first))).toBe(false);
    await rollBackPolicy(author, { packId: first, rationale });
  });

  it('no post is filed by a version that was replaced while it was screened', async () => {
    const first = (await queryOne(room.db, sql<{ id: string }>`select id from policy_packs where state = 'SERVED'`))?.id ?? '';
    const meanwhile = (await queryOne(room.db, sql<{ id: string }>`select id from policy_packs where version = 'meanwhile'`))?.id ?? '';
    const ids = await room.push(Object.fromEntries(Array.from({ length: 200 }, (_, number) => [`lot-${number}`, `${KIND}${number}`])), { screen: false });
    const swaps = async () => {
      for (let turn = 0; turn < 6; turn += 1) await rollBackPolicy(author, { packId: turn % 2 === 0 ? meanwhile : first, rationale });
    };
    await Promise.all([swaps(), ...Array.from({ length: 20 }, (_, batch) => room.screen(ids.slice(batch * 10, batch * 10 + 10)))]);
    const wrong = await query(
      room.db,
      sql`select from screenings s join standings t using (post_id)
          where s.post_id = any(${ids}::uuid[]) and (s.pack_version = 'meanwhile') <> (t.standing = 'HELD')`,
    );
    expect(wrong).toHaveLength(0);
    expect(await queryOne(room.db, sql`select count(*)::int as screened from screenings where post_id = any(${ids}::uuid[])`)).toEqual({ screened: 200 });
  });

  it('one shadow at a time', async () => {
    const [one, two] = [await draft('shadow-one'), await draft('shadow-two')];
    const outcomes = await Promise.all([one, two].map((packId) => codeOf(startShadow(author, packId))));
    expect(outcomes.sort()).toEqual(['SHADOW_TAKEN', 'none']);
    const taken = (await queryOne(room.db, sql<{ id: string }>`select id from policy_packs where state = 'SHADOW'`))?.id ?? '';
    await stopShadow(author, taken);
    await startShadow(colleague, taken === one ? two : one);
    expect(Object.values(await states()).filter((state) => state === 'SHADOW')).toHaveLength(1);
  });

  it('two leads who serve two versions at the same moment leave one served', async () => {
    const packs = [await draft('race-one'), await draft('race-two'), await draft('race-three')];
    for (const packId of packs) await backtested(packId);
    expect(await Promise.all(packs.map((packId) => codeOf(servePolicyPack(colleague, { packId, rationale }))))).toEqual(['none', 'none', 'none']);
    const now = await states();
    expect(packs.length).toBe(3);
    expect(Object.values(now).filter((state) => state === 'SERVED')).toHaveLength(1);
    expect(['race-one', 'race-two', 'race-three'].filter((version) => now[version] === 'RETIRED')).toHaveLength(2);
  });
});
