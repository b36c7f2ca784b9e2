import { describe, expect, it } from '@jest/globals';

import { firstEdition } from '../../../src/moderation/policy/first-edition.js';
import { createScreener } from '../../../src/moderation/screening/screen.js';
import { ALSO_HELD, MINIMAL_PAIRS, NEVER_HELD } from './minimal-pairs.js';

const screener = createScreener(firstEdition());
const screen = (text: string) => screener.screen({ id: 'post', text });

describe('stance decides, not vocabulary', () => {
  it.each(MINIMAL_PAIRS.map((pair) => [pair.about, pair] as const))('%s', (_about, { category, held, clear }) => {
    const result = screen(held);
    expect(result.outcome).toBe('HOLD');
    expect(result.findings.map((finding) => finding.category)).toContain(category);
    expect(screen(clear)).toMatchObject({ outcome: 'CLEAR' });
  });
});

describe('offences in many words', () => {
  it.each(ALSO_HELD.map((text) => [text]))('holds: %s', (text) => {
    expect(screen(text)).toMatchObject({ outcome: 'HOLD' });
  });
});

describe('conduct, not opinion', () => {
  it.each(NEVER_HELD.map((text) => [text]))('never holds: %s', (text) => {
    expect(screen(text)).toMatchObject({ outcome: 'CLEAR', queue: null });
  });
});

describe('an offence inside a long, innocent post', () => {
  const innocent = '清晨我们沿着江堤捡垃圾，一共装了十二袋。孩子们比赛谁捡得多，输的人负责唱歌。'.repeat(10);

  it('is held, and the finding says where', () => {
    const hidden = '河东的刘半仙看八字很准，一次一百八，想算的朋友加我微信。';
    const result = screen(innocent + hidden + innocent);
    expect(result.outcome).toBe('HOLD');
    for (const { start, end } of result.findings.flatMap(({ spans }) => spans)) {
      expect(start).toBeGreaterThanOrEqual(innocent.length);
      expect(end).toBeLessThanOrEqual(innocent.length + hidden.length);
    }
  });

  it('is not excused by a word of warning far away', () => {
    expect(screen(`反诈民警提醒大家别上当。${innocent}看八字一次一百八，加我微信。`).outcome).toBe('HOLD');
  });

  it('does not hold the innocent part', () => {
    expect(screen(innocent).outcome).toBe('CLEAR');
  });
});
