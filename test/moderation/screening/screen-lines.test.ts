import { describe, expect, it } from '@jest/globals';

import { firstEdition } from '../../../src/moderation/policy/first-edition.js';
import { screenLines } from '../../../src/moderation/screening/screen-lines.js';
import { createScreener } from '../../../src/moderation/screening/screen.js';

const screener = createScreener(firstEdition());

async function screenAll(lines: readonly string[]): Promise<unknown[]> {
  const answers: unknown[] = [];
  for await (const answer of screenLines(lines, screener)) answers.push(answer);
  return answers;
}

describe('screening lines', () => {
  it('answers every post in order, with findings explained in both languages', async () => {
    const text = '你这个废物，滚出去。';
    const answers = await screenAll([JSON.stringify({ id: 'a', title: '雪', text: '今天下雪。' }), '', JSON.stringify({ id: 'b', text })]);
    expect(answers).toHaveLength(2);
    expect(answers[0]).toEqual({ id: 'a', outcome: 'CLEAR', risk: expect.any(Number), findings: [] });
    expect(answers[1]).toMatchObject({ id: 'b', outcome: 'HOLD' });
    const { findings } = answers[1] as { findings: { explanation: string; spans: { start: number; end: number; text: string }[] }[] };
    expect(findings[0]?.explanation).toMatch(/^.+。 \/ .+\.$/);
    for (const span of findings.flatMap(({ spans }) => spans)) expect(text.slice(span.start, span.end)).toBe(span.text);
  });

  it('names a bad line and goes on', async () => {
    const answers = await screenAll(['{"id": "a"', '{"id": "b"}', '[]', 'null', '\ufeff{"id": "c", "text": ""}']);
    expect(answers).toEqual([
      { id: null, error: { code: 'NOT_JSON', message: expect.any(String), line: 1 } },
      { id: null, error: { code: 'NOT_A_POST', message: expect.stringContaining('text'), line: 2 } },
      { id: null, error: { code: 'NOT_A_POST', message: expect.any(String), line: 3 } },
      { id: null, error: { code: 'NOT_A_POST', message: expect.any(String), line: 4 } },
      { id: 'c', outcome: 'CLEAR', risk: expect.any(Number), findings: [] },
    ]);
  });
});
