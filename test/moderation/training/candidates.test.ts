import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { findBacktest } from '../../../src/moderation/backtest/replay-batch.js';
import { replayHistoryJob } from '../../../src/moderation/backtest/replay-history.job.js';
import { backtestFile } from '../../../src/moderation/backtest/backtest-file.js';
import { startBacktest } from '../../../src/moderation/backtest/start-backtest.js';
import { decideReview } from '../../../src/moderation/decide-review.js';
import { BrokenPack, savePolicyDraft } from '../../../src/moderation/packs/save-policy-draft.js';
import { servePolicyPack } from '../../../src/moderation/packs/serve-policy-pack.js';
import { addDecisions } from '../../../src/moderation/training/add-decisions.js';
import { createExaminer, evaluateFile } from '../../../src/moderation/training/evaluate-file.js';
import { storeModels } from '../../../src/moderation/training/store-models.js';
import { readTraining, trainModels } from '../../../src/moderation/training/train-recipe.js';
import { query, queryOne } from '../../../src/platform/index.js';
import { runCommand } from '../../support/run-hub.js';
import { type Actor, type ModerationRoom, codeOf, openModerationRoom } from '../moderation-room.js';
import { writePack } from '../packs/write-pack.js';
import { writeRecipe } from './write-recipe.js';

const rationale = '按季度复核';
const extent = { days: 10, mostPosts: 1_000, examples: 0 };
const PLACES = ['江边', '桥头', '车站', '学校', '广场', '菜场', '书店', '医院', '公园', '码头', '邮局', '食堂'];
/** An invented slur that no list has and no model learnt. */
const slur = (place: string) => `${place}来了一队紫藤轿子`;
const ordinary = (place: string) => `今早在${place}义务扫雪`;

describe('a model that people taught', () => {
  let room: ModerationRoom;
  let author: Actor;
  let colleague: Actor;
  let recipe: Awaited<ReturnType<typeof writeRecipe>>;
  beforeAll(async () => {
    recipe = await writeRecipe();
    room = await openModerationRoom();
    author = await room.person('gu', 'LEAD', 'MODERATOR');
    colleague = await room.person('qin', 'LEAD');
    // As a new site's: people see all of them.
    await query(room.db, sql`delete from site_credits`);
  });
  afterAll(async () => {
    await room.close();
    await recipe.remove();
  });

  const hub = (...args: string[]) => runCommand(args, { DATABASE_URL: room.db.url });
  const learn = async () => {
    const training = readTraining(recipe.path, (file) => join(recipe.folder, file));
    const added = await addDecisions(room.db, training, { most: 1_000, share: 2 });
    return { ...added, models: trainModels(added.training, () => undefined) };
  };
  const decideAll = async (places: readonly string[]) => {
    const guilty = new Set(await room.push(Object.fromEntries(places.map((place) => [`slur-${PLACES.indexOf(place)}`, slur(place)]))));
    await room.push(Object.fromEntries(places.map((place) => [`plain-${PLACES.indexOf(place)}`, ordinary(place)])));
    for (let left = 2 * places.length; left > 0; left -= 1) {
      const claimed = await room.claim(author, 'sample');
      await decideReview(author, { ...claimed, ...(guilty.has(claimed.postId) ? { action: 'REMOVE', category: 'incivility.insult', rationale: '辱骂邻里' } : { action: 'CLEAR' }) });
    }
  };
  const pack = (version: string, names: Readonly<Record<string, string>>) => `${writePack({ version, rules: { trial: ['废物'] } })}models:
  findAt: 0.3
  disguises: 2
${Object.entries(names).map(([view, sha256]) => `  ${view}: '${sha256}'\n`).join('')}  families: [{head: incivility, name: {zh: 不文明言论, en: uncivil posts}, category: incivility.insult}]
`;
  const backtest = async (packId: string) => {
    const id = await startBacktest(author, packId, extent);
    await replayHistoryJob.handle({ backtestId: id }, room);
    return findBacktest(room.db, id);
  };
  const problemsOf = async (yaml: string) => ((await savePolicyDraft(author, { yaml, rationale }).catch((fault: unknown) => fault)) as BrokenPack).problems;
  let names: Record<string, string> = {};

  it('is not made from nothing, nor from next to nothing: one sentence says so', async () => {
    const none = await hub('train', '--recipe', recipe.path, '--from-decisions', '--store');
    expect(none).toMatchObject({ code: 2, stdout: '', stderr: 'Nobody has decided anything on this hub yet: there is nothing to learn from.\n' });
    await decideAll(PLACES.slice(0, 2));
    await expect(learn()).rejects.toThrow("People's decisions stand on 4 texts here: too few to learn from, 20 are the least.");
  });

  it('is told from the decisions and says of them only how many they were', async () => {
    await decideAll(PLACES.slice(2));
    const { rows, byCategory, models } = await learn();
    expect({ rows, byCategory }).toEqual({ rows: 24, byCategory: { CLEAR: 12, 'incivility.insult': 12 } });
    for (const { header, bytes } of models) {
      expect(header.data[1]).toEqual({ name: 'decisions', licence: 'own', rows: 24, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
      expect(header.pack).toBe('2026.1');
      for (const place of PLACES) expect(bytes.includes(Buffer.from(place))).toBe(false);
      expect(bytes.includes(Buffer.from('紫藤'))).toBe(false);
    }
  });

  it('is the same, byte by byte, when it is made again, and is then one model in the hub', async () => {
    const [one, two] = [await learn(), await learn()];
    expect(two.models.map(({ bytes }) => bytes)).toEqual(one.models.map(({ bytes }) => bytes));
    const by = { actor: 'system:test', now: room.clock.now() };
    expect(await storeModels(room.db, two.models, by)).toEqual(await storeModels(room.db, one.models, by));
    expect(await query(room.db, sql`select view from models order by view`)).toEqual([{ view: 'characters' }, { view: 'sounds' }]);
    expect(await room.events('model.stored')).toMatchObject([{ view: 'characters', version: 'trial' }, { view: 'sounds' }]);
  });

  it('from the command line comes out the same, with the lines that name it in a draft', async () => {
    const out = join(recipe.folder, 'candidate');
    const { code, stdout, stderr } = await hub('train', '--recipe', recipe.path, '--from-decisions', '--store', '--out', out);
    expect(code).toBe(0);
    expect(stderr).toContain("From people's decisions: 24 texts (CLEAR 12, incivility.insult 12), each counting 2.");
    names = Object.fromEntries([...stdout.matchAll(/^ {2}(characters|sounds): '([0-9a-f]{64})'$/gm)].map(([, view = '', sha256 = '']) => [view, sha256]));
    expect(Object.keys(names)).toEqual(['characters', 'sounds']);
    expect(stdout.trimEnd().split('\n')).toHaveLength(2);
    const stored = await query(room.db, sql<{ view: string; bytes: Buffer; sha256: string }>`select view, bytes, encode(sha256, 'hex') as sha256 from models`);
    expect(stored).toHaveLength(2);
    for (const { view, bytes, sha256 } of stored) {
      expect(sha256).toBe(names[view]);
      expect(await readFile(join(out, `${view}.model`))).toEqual(bytes);
    }
  });

  it('can be looked at beside the one in force, on labelled texts, before anything is done with it', async () => {
    const suite = join(recipe.folder, 'suite.ndjson');
    await writeFile(suite, ['渡口', '山脚'].flatMap((place) => [{ text: slur(place), flag: 1 }, { text: ordinary(place), flag: 0 }]).map((row) => JSON.stringify(row)).join('\n'));
    const evaluated = (folder?: string) => evaluateFile(suite, createExaminer(folder)).evaluation;
    expect(evaluated()).toMatchObject({ recall: 0, wrongHolds: 0 });
    expect(evaluated(join(recipe.folder, 'candidate'))).toMatchObject({ recall: 1, wrongHolds: 0 });
    expect(() => createExaminer(recipe.folder)).toThrow('cannot be used');
  });

  it('the database lets nobody change what a name stands for', async () => {
    expect(await codeOf(query(room.db, sql`update models set bytes = bytes || '\\x00'::bytea`))).toBe('42501');
    expect(await codeOf(query(room.db, sql`delete from models`))).toBe('42501');
    expect(await codeOf(query(room.db, sql`insert into models select '\\x00'::bytea, gen_random_uuid(), view, header, bytes, created_at, actor from models limit 1`))).toBe('23514');
  });

  it('a draft cannot name one that the hub lacks, nor one for what it is not', async () => {
    const yaml = pack('unknown', { characters: 'ab'.repeat(32), sounds: names['characters'] ?? '' });
    const line = (word: string) => yaml.split('\n').findIndex((text) => text.includes(`${word}: '`)) + 1;
    const problems = [
      { line: line('characters'), field: 'models.characters', message: expect.stringContaining('this hub does not have') },
      { line: line('sounds'), field: 'models.sounds', message: expect.stringContaining('looks at characters') },
    ];
    expect(await problemsOf(yaml)).toEqual(problems);
    const stopping = new AbortController();
    const replayed = await backtestFile(room.db, yaml, { now: room.clock.now(), extent, signal: stopping.signal, onProgress: () => undefined }).catch((fault: unknown) => fault);
    expect(replayed).toBeInstanceOf(BrokenPack);
    expect(replayed).toMatchObject({ problems });
    expect(await problemsOf(pack('unknown', { characters: 'latest' }))).toMatchObject([{ line: line('characters'), field: 'models.characters' }]);
    expect(await queryOne(room.db, sql`select from policy_packs where version = 'unknown'`)).toBeUndefined();
  });

  it('judges in the backtest of a draft that names it, in nothing else, until that draft is served', async () => {
    const packId = await savePolicyDraft(author, { yaml: pack('taught', names), rationale });
    const untaught = await savePolicyDraft(author, { yaml: pack('untaught', {}), rationale });
    const screen = async (externalId: string, text: string) => {
      const [postId = ''] = await room.push({ [externalId]: text });
      const screening = await queryOne(room.db, sql<{ version: string; rules: string[] }>`
        select pack_version as version, array(select finding->>'rule' from jsonb_array_elements(findings) as finding) as rules from screenings where post_id = ${postId}`);
      return { ...screening, standing: (await room.standing(postId))?.standing };
    };
    expect(await screen('before', slur('集市'))).toEqual({ version: '2026.1', rules: [], standing: 'PUBLISHABLE' });
    expect(await codeOf(servePolicyPack(colleague, { packId, rationale }))).toBe('BACKTEST_NEEDED');

    expect((await backtest(untaught)).tally.newlyHeld).toMatchObject({ count: 0 });
    expect(await codeOf(servePolicyPack(colleague, { packId, rationale }))).toBe('BACKTEST_NEEDED');
    const { state, tally } = await backtest(packId);
    expect({ state, held: tally.newlyHeld.count, rules: tally.newlyHeld.rules }).toEqual({ state: 'DONE', held: 13, rules: { 'model/characters-incivility': 13 } });
    expect(tally.decided.draft).toEqual({ heldViolations: 12, heldInnocent: 0, clearedViolations: 0, clearedInnocent: 12 });
    expect(await screen('still', slur('河沿'))).toEqual({ version: '2026.1', rules: [], standing: 'PUBLISHABLE' });

    expect(await codeOf(servePolicyPack(author, { packId, rationale }))).toBe('SECOND_PERSON_NEEDED');
    await servePolicyPack(colleague, { packId, rationale });
    expect(await screen('after', slur('渡口'))).toEqual({ version: 'taught', rules: ['characters-incivility'], standing: 'HELD' });
    expect(await screen('plain', ordinary('渡口'))).toEqual({ version: 'taught', rules: [], standing: 'PUBLISHABLE' });
  });
});
