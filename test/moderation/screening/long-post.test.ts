import { describe, expect, it } from '@jest/globals';

import { firstEdition } from '../../../src/moderation/policy/first-edition.js';
import { createScreener } from '../../../src/moderation/screening/screen.js';
import { suiteTexts } from './suite-texts.js';

const screener = createScreener(firstEdition());
const screen = (text: string) => screener.screen({ id: 'post', text });

describe('an offence inside a long, innocent post', () => {
  const innocent = '清晨我们沿着江堤捡垃圾，一共装了十二袋。孩子们比赛谁捡得多，输的人负责唱歌。'.repeat(10);
  const hidden = '河东的刘半仙看八字很准，一次一百八，想算的朋友加我微信。';

  it('is held, and every rule that found it says where', () => {
    const { outcome, findings } = screen(innocent + hidden + innocent);
    expect(outcome).toBe('HOLD');
    const ruled = findings.filter(({ check }) => check === 'lexicon').flatMap(({ spans }) => spans);
    expect(ruled.length).toBeGreaterThan(0);
    for (const { start, end } of ruled) {
      expect(start).toBeGreaterThanOrEqual(innocent.length);
      expect(end).toBeLessThanOrEqual(innocent.length + hidden.length);
    }
  });

  const offences = suiteTexts('superstition').filter((text) => text.length < 80 && screen(text).outcome === 'HOLD').slice(0, 40);
  const amid = (text: string) => screen(innocent + text + innocent);

  // Of many windows one looks bad by chance, so a window of many must say more; these two say what should hold, and turn red when it does.
  it.failing('is mostly held amid innocent sentences if it is held alone, though no rule knows it', () => {
    expect(offences.length).toBe(40);
    expect(offences.filter((text) => amid(text).outcome === 'HOLD').length).toBeGreaterThan(28);
  });

  it.failing('is what the model points at first', () => {
    const found = offences.map((text) => ({ text, said: amid(text).findings.find(({ check }) => check === 'model')?.explanation.zh ?? '' }));
    const pointedAt = found.filter(({ text, said }) => text.includes(/“(.+?)”（\d+ %）/u.exec(said)?.[1] ?? 'nothing'));
    expect(pointedAt.length).toBeGreaterThan(24);
  });

  it('does not drown where rules know it: it is about as risky alone as in a hundred times as much', () => {
    const alone = screen(hidden);
    const amid = screen(innocent.repeat(5) + hidden + innocent.repeat(5));
    expect(amid).toMatchObject({ outcome: 'HOLD', queue: alone.queue });
    expect(amid.risk).toBeGreaterThan(alone.risk - 0.3);
  });

  it('is not excused by a word of warning far away', () => {
    expect(screen(`反诈民警提醒大家别上当。${innocent}看八字一次一百八，加我微信。`).outcome).toBe('HOLD');
  });

  it('does not hold the innocent part', () => {
    expect(screen(innocent).outcome).toBe('CLEAR');
  });
});
