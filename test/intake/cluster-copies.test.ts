import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import { clusterCopies } from '../../src/intake/index.js';
import { findCopies } from '../../src/intake/find-copies.js';
import { joinClusters } from '../../src/intake/join-clusters.js';
import { query, transaction } from '../../src/platform/index.js';
import { type IntakeRoom, openIntakeRoom, post } from './intake-room.js';

const RULE = { similarity: 0.6, shortest: 24 };

/** A report of a deed, told for each place with other words. */
const report = (place: string, rest = '大家都说明年还来。') =>
  `${place}的冰排刚走完，老周就带着六个徒弟把渡口的木栈道重新钉了一遍，一共换下四十七块烂板，还给每级台阶刷了防滑的砂漆。有位过河卖菜的大嫂给他们送来一筐煮玉米。${rest}`;
const OTHER = '学校门口的斑马线褪了色，交警队的三位同志趁周末重新划了一遍，孩子们周一上学时发现脚下多了一排小熊脚印，沿着脚印走正好走到等候区。';

describe('clusters of copies', () => {
  let room: IntakeRoom;
  beforeAll(async () => {
    room = await openIntakeRoom(16);
  });
  afterAll(() => room.close());

  async function push(site: 'river' | 'hill', externalId: string, text: string): Promise<string> {
    const [result] = await room.push(room[site], [post(externalId, { html: null, text })]);
    return result?.postId ?? '';
  }
  const cluster = (...postIds: string[]) => clusterCopies(room.db, postIds, RULE);
  const members = () => query(room.db, sql<{ postId: string; clusterId: string }>`select post_id as "postId", cluster_id as "clusterId" from copies order by post_id`);
  async function clusterOf(postId: string): Promise<string | undefined> {
    return (await members()).find((member) => member.postId === postId)?.clusterId;
  }

  it('hold near copies from all sites, and are named by the earliest', async () => {
    const first = await push('river', 'dock', report('下游渡口'));
    const other = await push('hill', 'zebra', OTHER);
    await cluster(first, other);
    expect(await members()).toEqual([]);
    const copy = await push('hill', 'dock-copy', `【字号:大 中 小】\n${report('下游的渡口', '来源:网络')}`);
    await cluster(copy);
    expect(await clusterOf(first)).toBe(first);
    expect(await clusterOf(copy)).toBe(first);
    expect(await clusterOf(other)).toBeUndefined();
  });

  it('stay the same when posts are compared again', async () => {
    const before = await members();
    await cluster(...before.map(({ postId }) => postId));
    expect(await members()).toEqual(before);
  });

  it('are shown as copies of a post, to a site only its own', async () => {
    const [first = ''] = (await members()).map(({ clusterId }) => clusterId);
    const mine = await push('river', 'dock-again', report('下游老渡口'));
    await cluster(mine);
    const shown = async (viewer = room.aggregator) => (await findCopies(room.db, viewer, { uuid: first, revision: 1 }, 10, null)).map(({ externalId }) => externalId);
    expect(await shown()).toEqual(['dock-copy', 'dock-again']);
    expect(await shown(room.river)).toEqual(['dock-again']);
  });

  it('are left by a post with another text, and named anew if it was the earliest', async () => {
    const ford = (place: string) => `${place}的水车停了六年，木匠老邢父子俩花了一个冬天把断掉的叶板一块块补齐，开春试水那天，半个屯子的人都跑来看它吱吱呀呀地转。`;
    const [first, second, third] = [await push('river', 'a', ford('东沟')), await push('hill', 'b', ford('东沟里')), await push('hill', 'c', ford('东沟外'))];
    await cluster(first, second, third);
    expect(await clusterOf(third)).toBe(first);
    await push('river', 'a', OTHER.slice(3));
    await cluster(first);
    expect(await clusterOf(third)).toBe(second);
    expect(await clusterOf(first)).not.toBe(second);
    await push('hill', 'c', '说的是另外一件事了：今年的苗圃多种了两百棵紫丁香，清明前后陆续移到了江堤两旁，浇水的人排了班。');
    await cluster(third);
    expect(await clusterOf(second)).toBeUndefined();
  });

  it('hold short texts only if they are the same', async () => {
    const [praise, same, similar] = [await push('river', 'p', '写得真好，支持。'), await push('hill', 'q', '写得真好，支持！'), await push('hill', 'r', '写得真好，赞。')];
    await cluster(praise, same, similar);
    expect(await clusterOf(same)).toBe(praise);
    expect(await clusterOf(similar)).toBeUndefined();
  });

  it('are one, however many copies come in at the same time', async () => {
    // Each begins a little later in a long text than the one before, so that it is a copy of its neighbours only.
    const long = fc.sample(fc.array(fc.integer({ min: 0x4e00, max: 0x9fa5 }), { minLength: 800, maxLength: 800 }), { numRuns: 1, seed: 5 })[0] ?? [];
    const texts = Array.from({ length: 48 }, (_, number) => String.fromCharCode(...long.slice(number * 12, number * 12 + 120)));
    const posts = await Promise.all(
      texts.map(async (text, number) => {
        const postId = await push(number % 2 === 0 ? 'river' : 'hill', `crowd-${number}`, text);
        await cluster(postId);
        return postId;
      }),
    );
    const ours = (await members()).filter(({ postId }) => posts.includes(postId));
    expect(ours).toHaveLength(posts.length);
    expect(new Set(ours.map(({ clusterId }) => clusterId))).toEqual(new Set([[...posts].sort()[0]]));
  });

  it('are found by index', async () => {
    const plan = await transaction(room.db, async (tx) => {
      await query(tx, sql`set local enable_seqscan = off`);
      return query(tx, sql<Record<string, string>>`explain select post_id from fingerprints where band_keys && array[1, 2, 3]`);
    });
    expect(JSON.stringify(plan)).toContain('fingerprints_band_keys');
  });
});

describe('joining clusters', () => {
  it('merges those that a newcomer ties together under the earliest name', () => {
    const known = [{ postId: '2', clusterId: '2' }, { postId: '3', clusterId: '2' }, { postId: '5', clusterId: '5' }];
    const pairs = [{ postId: '9', otherId: '5' }, { postId: '9', otherId: '3' }, { postId: '7', otherId: '6' }];
    expect(joinClusters(pairs, known)).toEqual({
      joining: [{ postId: '9', clusterId: '2' }, { postId: '7', clusterId: '6' }, { postId: '6', clusterId: '6' }],
      renamed: [{ from: '5', to: '2' }],
    });
  });

  it('names a cluster by an earlier post that joins it late', () => {
    expect(joinClusters([{ postId: '1', otherId: '4' }], [{ postId: '4', clusterId: '4' }])).toEqual({
      joining: [{ postId: '1', clusterId: '1' }],
      renamed: [{ from: '4', to: '1' }],
    });
  });
});
