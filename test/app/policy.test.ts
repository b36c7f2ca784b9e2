import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { queryOne } from '../../src/platform/index.js';
import { KIND, RUDE } from '../moderation/moderation-room.js';
import { writePack } from '../moderation/packs/write-pack.js';
import { type TestHub, startTestHub } from '../support/hub.js';
import { runCommand } from '../support/run-hub.js';

type Answered = Record<string, { policyPack?: { id: string; state: string } | null; backtest?: { id: string } | null; userErrors: { code: string; line: number | null; field: string }[] }>;

interface BacktestAnswer {
  backtest: {
    state: string;
    done: number;
    total: number;
    comparison: { posts: number; newlyHeld: { count: number; examples: { title: string; findings: { rule: string; explanation: string }[] }[] }; newlyReleased: { count: number } };
  };
}

const BACKTEST = `query ($id: ID!) { backtest(id: $id) { state done total version servedVersion startedBy comparison {
  posts decided served { precision { share low high count of } recall { share count of } } draft { precision { share } }
  byCategory { category served { precision { of } } draft { recall { of } } }
  newlyHeld { count rules { rule posts } examples { postId title findings { rule explanation(language: EN) spans { text } } } }
  newlyReleased { count examples { title } } reviewsADay { queue served draft } } } }`;

describe('a new policy, from draft to served, over HTTP', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub();
  });
  afterAll(() => hub.close());

  const yaml = writePack({ version: '2026.2', rules: { snow: ['扫干净'] } });
  const mutate = async (name: string, type: string, fields: string, input: object, token = hub.tokens.lead) => {
    const { data, errors } = await hub.graphql<Answered>(`mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code message field line } } }`, { input }, token);
    expect(errors).toBeUndefined();
    return data[name] ?? { userErrors: [] };
  };
  const change = (name: string, packId: string, token?: string) => mutate(name, name.endsWith('Shadow') ? 'PolicyPackInput' : 'ChangePolicyInput', 'policyPack { id state }', name.endsWith('Shadow') ? { packId } : { packId, rationale: '复核' }, token);
  const push = async (posts: Record<string, string>) => {
    const rows = Object.entries(posts).map(([externalId, text]) => ({ externalId, title: `来稿 ${externalId}`, text, url: 'https://news.example.org/1', publishedAt: hub.clock.now().toISOString(), authorName: '林小禾' }));
    await hub.graphql('mutation ($input: PushPostsInput!) { pushPosts(input: $input) { results { outcome } } }', { input: { posts: rows } }, hub.tokens.partner['dbw']);
    await hub.settle();
  };
  const standing = async (externalId: string) => (await queryOne(hub.db, sql<{ standing: string }>`select standing from standings join posts on id = post_id where external_id = ${externalId}`))?.standing;

  let packId = '';

  it('a broken draft is refused with the lines of all its errors, a good one is kept', async () => {
    const broken = yaml.replace('[扫干净]', '[局长]').replace('["扫干净"]', '["局长", "…"]');
    const refused = await mutate('savePolicyDraft', 'SavePolicyDraftInput', 'policyPack { id }', { yaml: broken, rationale: '春季' });
    expect(refused).toMatchObject({ policyPack: null, userErrors: [{ code: 'BAD_POLICY_PACK', line: 18, field: 'yaml.rules[0].any[1]' }, { code: 'BAD_POLICY_PACK', line: 18, field: 'yaml.rules[0].any[0]' }] });
    const kept = await mutate('savePolicyDraft', 'SavePolicyDraftInput', 'policyPack { id state }', { yaml, rationale: '春季' });
    expect(kept).toMatchObject({ policyPack: { state: 'DRAFT' }, userErrors: [] });
    packId = kept.policyPack?.id ?? '';
  });

  it('a backtest runs in the background and tells what would change', async () => {
    await push({ kind: KIND, rude: RUDE });
    const started = await mutate('startBacktest', 'StartBacktestInput', 'backtest { id state }', { packId });
    expect(started).toMatchObject({ backtest: { state: expect.stringMatching(/RUNNING|DONE/) }, userErrors: [] });
    await hub.settle();
    const { data, errors } = await hub.graphql<BacktestAnswer>(BACKTEST, { id: started.backtest?.id }, hub.tokens.lead);
    expect(errors).toBeUndefined();
    expect(data.backtest).toMatchObject({
      state: 'DONE', done: 2, total: 2, version: '2026.2', servedVersion: '2026.1', startedBy: '示例审核组长 顾春山',
      comparison: { posts: 2, newlyHeld: { count: 1, examples: [{ title: '来稿 kind', findings: [{ rule: 'snow', explanation: 'Abuse.' }] }] }, newlyReleased: { count: 1, examples: [{ title: '来稿 rude' }] } },
    });
  });

  it('its author cannot serve it; a colleague can, and then every process of the hub goes by it', async () => {
    expect((await change('servePolicyPack', packId)).userErrors).toMatchObject([{ code: 'SECOND_PERSON_NEEDED' }]);
    const second = await hub.secondApi();
    expect(await change('servePolicyPack', packId, hub.tokens.lead2)).toMatchObject({ policyPack: { state: 'SERVED' }, userErrors: [] });
    const { data } = await hub.graphql<{ policy: { version: string; state: string; categories: { code: string }[] } }>('{ policy { version state categories { code } } }', {}, hub.tokens.moderator, second);
    expect(data.policy).toEqual({ version: '2026.2', state: 'SERVED', categories: [{ code: 'incivility.insult' }] });
    await push({ 'kind-2': KIND, 'rude-2': RUDE });
    expect([await standing('kind-2'), await standing('rude-2')]).toEqual(['HELD', 'PUBLISHABLE']);
  });

  it('the versions are told to leads, with all that happened to them; others see what is in force and no more', async () => {
    const list = '{ policyPacks(first: 5) { nodes { version state yaml rationale writtenBy servedBy servedAt retiredAt brakes { rule } backtests { state } shadow { posts agreement { share } } } } }';
    const { data } = await hub.graphql<{ policyPacks: { nodes: object[] } }>(list, {}, hub.tokens.lead);
    expect(data.policyPacks.nodes).toMatchObject([
      { version: '2026.2', state: 'SERVED', yaml, rationale: '春季', writtenBy: '示例审核组长 顾春山', servedBy: '示例审核组长 秦望山', backtests: [{ state: 'DONE' }], brakes: [] },
      { version: '2026.1', state: 'RETIRED', writtenBy: null },
    ]);
    for (const token of [hub.tokens.moderator, hub.tokens.partner['dbw']]) {
      expect((await hub.graphql('{ policy { version yaml } }', {}, token)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
      expect((await hub.graphql('{ policy { version categories { code } } }', {}, token)).errors).toBeUndefined();
    }
  });

  it('one lead takes the hub back to the edition before, at once', async () => {
    const { data } = await hub.graphql<{ policyPacks: { nodes: { id: string; version: string }[] } }>('{ policyPacks { nodes { id version } } }', {}, hub.tokens.lead);
    const first = data.policyPacks.nodes.find(({ version }) => version === '2026.1')?.id ?? '';
    expect(await change('rollBackPolicy', first)).toMatchObject({ policyPack: { state: 'SERVED' }, userErrors: [] });
    await push({ 'kind-3': KIND, 'rude-3': RUDE });
    expect([await standing('kind-3'), await standing('rude-3')]).toEqual(['PUBLISHABLE', 'HELD']);
  });

  it('a braked rule is seen in the policy and in the metrics until a lead releases it', async () => {
    await queryOne(hub.db, sql`insert into rule_brakes (id, rule, pack_version, braked_at, matched, screened, long_run_share)
      values (gen_random_uuid(), 'lexicon/insult-aimed', '2026.1', ${hub.clock.now()}, 90, 200, 0.01)`);
    const brakes = async () => (await hub.graphql<{ policy: { brakes: { id: string; rule: string; matched: number; releasedBy: string | null }[] } }>('{ policy { brakes { id rule matched screened longRunShare releasedBy keptBy } } }', {}, hub.tokens.moderator)).data.policy.brakes;
    const metrics = async () => (await fetch(`${hub.url}/metrics`, { headers: { authorization: `Bearer ${hub.tokens.operator}` } })).text();
    const [brake] = await brakes();
    expect(brake).toMatchObject({ rule: 'lexicon/insult-aimed', matched: 90, releasedBy: null });
    expect(await metrics()).toContain('hub_policy_rule_braked{rule="lexicon/insult-aimed"} 1');
    const input = { brakeId: brake?.id, rationale: '确认无误' };
    expect(await mutate('keepBrake', 'JudgeBrakeInput', 'brake { keptBy }', input)).toMatchObject({ brake: { keptBy: '示例审核组长 顾春山' }, userErrors: [] });
    expect(await mutate('releaseBrake', 'JudgeBrakeInput', 'brake { releasedBy }', input, hub.tokens.lead2)).toMatchObject({ brake: { releasedBy: '示例审核组长 秦望山' }, userErrors: [] });
    expect(await metrics()).not.toContain('insult-aimed');
    expect(await brakes()).toMatchObject([{ releasedBy: '示例审核组长 秦望山' }]);
  });

  it('how each site is sampled is told to leads, who may credit one that they know', async () => {
    const { data } = await hub.graphql<{ siteSampling: object[] }>('{ siteSampling { site { code } rate decided violations worstShare } }', {}, hub.tokens.lead);
    expect(data.siteSampling).toHaveLength(8);
    expect(data.siteSampling).toContainEqual({ site: { code: 'dbw' }, rate: 0.1, decided: 40, violations: 0, worstShare: expect.closeTo(0.0876, 3) });
    const credited = await mutate('creditSite', 'CreditSiteInput', 'sampling { rate decided }', { siteCode: 'dbw', cleanDecisions: 200, rationale: '多年往来' });
    expect(credited).toMatchObject({ sampling: { rate: 0.05, decided: 200 }, userErrors: [] });
  });
});

describe('hub backtest', () => {
  let hub: TestHub;
  let folder: string;
  beforeAll(async () => {
    hub = await startTestHub();
    folder = await mkdtemp(join(tmpdir(), 'wenming-backtest-'));
  });
  afterAll(async () => {
    await hub.close();
    await rm(folder, { recursive: true });
  });

  const backtest = async (yaml: string, ...options: string[]) => {
    const file = join(folder, 'pack.yaml');
    await writeFile(file, yaml);
    return { file, ...(await runCommand(['backtest', file, ...options], { DATABASE_URL: hub.databaseUrl })) };
  };

  it('writes the comparison to standard output and words for people to standard error', async () => {
    const posts = [KIND, RUDE].map((text, number) => ({ externalId: `${number}`, title: '来稿', text, url: 'https://news.example.org/1', publishedAt: new Date().toISOString(), authorName: '林小禾' }));
    await hub.graphql('mutation ($input: PushPostsInput!) { pushPosts(input: $input) { results { outcome } } }', { input: { posts } }, hub.tokens.partner['dbw']);
    await hub.settle();
    const { code, stdout, stderr } = await backtest(writePack({ version: 'file', rules: { snow: ['扫干净'] } }), '--examples', '1');
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'file against 2026.1: 2 posts, 1 newly held, 1 newly released.\n' });
    expect(JSON.parse(stdout)).toMatchObject({ state: 'DONE', done: 2, total: 2, comparison: { newlyHeld: { count: 1 }, newlyReleased: { count: 1 } } });
  });

  it('tells the lines of a broken pack and exits 1', async () => {
    const { file, code, stdout } = await backtest(writePack({ version: 'bad', rules: { office: ['局长'] } }));
    expect(code).toBe(1);
    expect(stdout).toMatch(new RegExp(`^${file}:18: rules\\[0\\]\\.any\\[0\\]: .*never a ground`));
  });

  it('says in one sentence what is wrong with its use and exits 2', async () => {
    const { code, stderr } = await backtest(writePack({ version: 'good', rules: { snow: ['扫干净'] } }), '--days', 'many');
    expect(code).toBe(2);
    expect(stderr).toBe('"days" must be from 1 to 3660.\n');
  });

  it('shows an example when asked for help', async () => {
    expect((await runCommand(['backtest', '--help'], {})).stderr).toContain('npm run -s hub -- backtest draft.yaml');
  });
});
