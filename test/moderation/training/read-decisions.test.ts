import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { decideReview } from '../../../src/moderation/decide-review.js';
import { requestReview } from '../../../src/moderation/request-review.js';
import type { DecisionAction } from '../../../src/moderation/standing-states.js';
import { readDecisions } from '../../../src/moderation/training/read-decisions.js';
import { undoDecision } from '../../../src/moderation/undo-decision.js';
import { query, queryOne } from '../../../src/platform/index.js';
import { type Actor, type ModerationRoom, openModerationRoom } from '../moderation-room.js';

const ALL = 1_000;
const insult = (number: number) => `你就是个没用的废物,趁早滚出这个论坛。第${number}次了。`;

describe("people's decisions as texts to learn from", () => {
  let room: ModerationRoom;
  let moderator: Actor;
  beforeAll(async () => {
    room = await openModerationRoom();
    moderator = await room.person('lin', 'MODERATOR', 'LEAD');
  });
  afterAll(() => room.close());

  const decideNext = async (action: DecisionAction, queue = 'incivility') => {
    room.clock.advance(60_000);
    return decideReview(moderator, { ...(await room.claim(moderator, queue)), action, category: action === 'CLEAR' ? null : 'incivility.insult', rationale: '当众辱骂' });
  };
  const decide = async (externalId: string, text: string, action: DecisionAction) => {
    await room.push({ [externalId]: text });
    return decideNext(action);
  };
  const labelOf = async (text: string) => (await readDecisions(room.db, ALL)).filter((row) => row.text === text).map(({ flag, category }) => ({ flag, category }));
  const VIOLATION = [{ flag: true, category: 'incivility.insult' }];
  const INNOCENT = [{ flag: false, category: null }];

  it('a hub where nobody decided has none', async () => {
    await room.push({ waiting: insult(0) });
    expect(await readDecisions(room.db, ALL)).toEqual([]);
    await decideNext('CLEAR');
  });

  it('what was cleared breaks no rule; what was returned or removed breaks that of its category', async () => {
    await decide('cleared', insult(1), 'CLEAR');
    await decide('returned', insult(2), 'RETURN');
    await decide('removed', insult(3), 'REMOVE');
    expect([await labelOf(insult(1)), await labelOf(insult(2)), await labelOf(insult(3))]).toEqual([INNOCENT, VIOLATION, VIOLATION]);
    expect((await readDecisions(room.db, ALL))[0]).toEqual({ title: '来稿', text: insult(3), flag: true, category: 'incivility.insult' });
  });

  it('a decision that was undone says nothing, and the one made instead of it does', async () => {
    const { decisionId } = await decide('undone', insult(4), 'REMOVE');
    await undoDecision(moderator, { decisionId });
    expect(await labelOf(insult(4))).toEqual([]);
    await decideNext('CLEAR');
    expect(await labelOf(insult(4))).toEqual(INNOCENT);
  });

  it('of two decisions on the same text the later counts, be it in one post or in two', async () => {
    const { postId } = await decide('twice', insult(5), 'CLEAR');
    await requestReview(moderator, { postId, queue: 'incivility', reason: '读者来信' });
    await decideNext('REMOVE');
    expect(await labelOf(insult(5))).toEqual(VIOLATION);
    await decide('copied-one', insult(6), 'REMOVE');
    await decide('copied-two', insult(6), 'CLEAR');
    expect(await labelOf(insult(6))).toEqual(INNOCENT);
  });

  it('passing a review on decides nothing', async () => {
    await decide('escalated', insult(7), 'ESCALATE');
    expect(await labelOf(insult(7))).toEqual([]);
    await decideNext('RETURN', 'escalated');
    expect(await labelOf(insult(7))).toEqual(VIOLATION);
  });

  it('the text is that of the revision decided on, whatever the post says by now', async () => {
    await decide('mended', insult(8), 'RETURN');
    await room.push({ mended: '谢谢提醒,已经改好了。' });
    expect([await labelOf(insult(8)), await labelOf('谢谢提醒,已经改好了。')]).toEqual([VIOLATION, []]);
  });

  it('a decision on a sample counts like any other', async () => {
    await query(room.db, sql`delete from site_credits`);
    const text = '紫藤轿子又来了,大家让一让。';
    await room.push({ sampled: text });
    await decideNext('REMOVE', 'sample');
    expect(await queryOne(room.db, sql`select reason from decisions order by id desc limit 1`)).toEqual({ reason: 'SAMPLE' });
    expect(await labelOf(text)).toEqual(VIOLATION);
  });

  it('the newest come first, and the cap keeps them', async () => {
    const all = await readDecisions(room.db, ALL);
    expect(all[0]?.text).toBe('紫藤轿子又来了,大家让一让。');
    expect(await readDecisions(room.db, 3)).toEqual(all.slice(0, 3));
  });

  it('reads on where a batch ended: nothing twice, nothing left out', async () => {
    const before = await readDecisions(room.db, 100_000);
    await query(
      room.db,
      sql`with said as (
            insert into posts select made.* from generate_series(1, 1203) as number, (select * from posts limit 1) as p,
              lateral jsonb_populate_record(null::posts, to_jsonb(p) || jsonb_build_object('id', uuidv7(), 'external_id', 'lot-' || number)) as made
            returning id, external_id
          ), texts as (
            insert into revisions select made.* from said, (select * from revisions limit 1) as r,
              lateral jsonb_populate_record(null::revisions, to_jsonb(r) || jsonb_build_object('post_id', said.id, 'number', 1, 'text', said.external_id)) as made
          )
          insert into decisions select made.* from said, (select * from decisions where undone_at is null and action = 'CLEAR' limit 1) as d,
            lateral jsonb_populate_record(null::decisions, to_jsonb(d) || jsonb_build_object('id', uuidv7(), 'post_id', said.id, 'revision', 1)) as made`,
    );
    const rows = await readDecisions(room.db, 100_000);
    expect(rows).toHaveLength(before.length + 1_203);
    expect(new Set(rows.map(({ text }) => text)).size).toBe(rows.length);
  });
});
