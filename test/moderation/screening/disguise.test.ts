import { describe, expect, it } from '@jest/globals';

import { compilePolicyPack } from '../../../src/moderation/policy/compile-policy-pack.js';
import { firstEdition } from '../../../src/moderation/policy/first-edition.js';
import { countDisguises } from '../../../src/moderation/screening/disguise.js';
import { readDocument } from '../../../src/moderation/screening/screened-document.js';

const policy = compilePolicyPack(firstEdition());
const count = (text: string, title?: string) => countDisguises(readDocument({ id: 'post', text, ...(title !== undefined && { title }) }, policy));

describe('how disguised a post looks', () => {
  it.each([
    ['a sign in every gap of a word', '算·命·改·名', 3],
    ['zero-width characters', '算\u200b命', 1],
    ['spelt syllables among characters', '加我wei信算ming很准', 2],
    ['a picture inside a word', '南🈲蛮', 1],
  ])('%s counts', (_name, text, places) => {
    expect(count(text)).toBeGreaterThanOrEqual(places);
  });

  it.each([
    ['plain Chinese', '清晨我们沿着江堤捡垃圾，一共装了十二袋。'],
    ['English among spaces', '志愿者说 good morning 大家都笑了。'],
    ['a long foreign word', '用了kubernetes之后快多了。'],
    ['a word of letters at the end', '今天穿T恤，明天去KTV'],
    ['numbers', '一共12袋，3个小时，8元一斤'],
    ['one line after the other', '第一行\n第二行\n第三行'],
  ])('%s does not make a post look disguised', (_name, text) => {
    expect(count(text)).toBeLessThan(policy.pack.models?.disguises ?? 0);
  });

  it('counts in the title as well, and not between title and text', () => {
    expect(count('命', '算')).toBe(0);
    expect(count('今天下雪', '算·命')).toBe(1);
  });

  it('grows with every place that is disguised', () => {
    const places = Array.from({ length: 6 }, (_, times) => count('算·命。'.repeat(times)));
    expect(places).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
