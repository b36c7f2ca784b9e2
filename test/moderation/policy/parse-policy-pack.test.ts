import { describe, expect, it } from '@jest/globals';

import { parsePolicyPack } from '../../../src/moderation/policy/parse-policy-pack.js';

const GOOD = `version: '1'
name: {zh: 试, en: trial}
triage:
  holdAt: 0.5
  failedCheck: {queue: main, severity: 2}
queues:
  - {code: main, name: {zh: 总, en: main}, dueInMinutes: {1: 4, 2: 3, 3: 2, 4: 1}}
categories:
  - code: incivility.insult
    definition: {zh: 辱骂, en: abuse}
    examples: {in: 甲, out: 乙}
    severity: 2
    queue: main
    usualAction: REMOVE
vocabulary:
  insults: [废物, 蠢货]
guards:
  - {id: quoted, name: {zh: 引, en: quoted}, kind: quotation}
rules:
  - id: insult
    category: incivility.insult
    confidence: 0.6
    explanation: {zh: 辱骂。, en: Abuse.}
    any: ['你…@insults']
    guards: [quoted]
`;

function errorsOf(yaml: string): readonly { line: number; field: string; message: string }[] {
  const parsed = parsePolicyPack(yaml);
  return 'errors' in parsed ? parsed.errors : [];
}

describe('a policy pack that an editor wrote', () => {
  it('is read, with defaults filled in', () => {
    expect(parsePolicyPack(GOOD)).toMatchObject({ pack: { version: '1', triage: { sampling: { newSiteDecisions: 20 } }, brake: { share: 0.2 }, rules: [{ within: 'sentence', all: [] }] } });
  });

  it.each([
    ['a rule of an unknown category', 'category: incivility.insult', 'category: incivility.rude', 21, 'rules[0].category', 'there is no category "incivility.rude"'],
    ['an unknown guard', 'guards: [quoted]', 'guards: [quoted, denied]', 25, 'rules[0].guards[1]', 'there is no guard "denied"'],
    ['an unknown queue', '    queue: main', '    queue: other', 13, 'categories[0].queue', 'there is no queue "other"'],
    ['an unknown list', '你…@insults', '你…@curses', 24, 'rules[0].any[0]', 'there is no vocabulary list "curses"'],
    ['an unknown pattern', '你…@insults', '你{word}', 24, 'rules[0].any[0]', 'there is no {word}'],
    ['a term of nothing but disguise', '你…@insults', '·🈲', 24, 'rules[0].any[0]', 'is empty once separators'],
    ['a gap at the edge', '你…@insults', '你…', 24, 'rules[0].any[0]', 'ends with a gap'],
    ['a list that draws on itself', '[废物, 蠢货]', "['@insults']", 16, 'vocabulary.insults', 'draws on itself'],
    ['a severity out of range', '    severity: 2', '    severity: 7', 12, 'categories[0].severity', 'Invalid input'],
    ['a confidence out of range', 'confidence: 0.6', 'confidence: 1.6', 22, 'rules[0].confidence', 'must be at most 1'],
    ['a field that does not exist', '    any:', '    some:', 24, 'rules[0].some', 'is not a field'],
    ['a missing field', '    confidence: 0.6\n', '', 20, 'rules[0].confidence', 'Invalid input'],
    ['an office as a ground', '你…@insults', '局长', 24, 'rules[0].any[0]', 'criticism of it is never a ground'],
    ['an office in the letters of another script', '你…@insults', '局長', 24, 'rules[0].any[0]', '"局长" names an office'],
    ['a misspelt kind', 'kind: quotation', 'kind: quoting', 18, 'guards[0].kind', 'Invalid'],
    ['broken YAML', 'vocabulary:', 'vocabulary: [', 17, '', ''],
  ])('is refused for %s, at its line', (_name, good, bad, line, field, message) => {
    expect(GOOD).toContain(good);
    expect(errorsOf(GOOD.replace(good, bad))).toContainEqual({ line, field, message: expect.stringContaining(message) });
  });

  it('may name offices in a list only for a rule that asks for more than that they are named', () => {
    const listed = GOOD.replace('  insults: [废物, 蠢货]\n', "  insults: [废物, 蠢货]\n  offices: [局長, 处长]\n  people: ['@offices', 他]\n");
    const alone = listed.replace("any: ['你…@insults']", "any: ['@people']");
    expect(errorsOf(alone)).toEqual([{ line: 26, field: 'rules[0].any[0]', message: expect.stringContaining('"@people" is enough where it says "局长"') }]);
    expect(errorsOf(alone.replace("any: ['@people']", "any: ['@people']\n    all: [['@insults']]"))).toEqual([]);
    expect(errorsOf(listed.replace('你…@insults', '@offices…@insults'))).toEqual([]);
  });

  it('is told all its errors at once', () => {
    expect(errorsOf(GOOD.replace('guards: [quoted]', 'guards: [a, b]').replace('category: incivility.insult', 'category: x.y'))).toHaveLength(3);
  });

  it.each([[''], ['just text'], ['[]'], ['a: &a [x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]']])('is refused, never thrown at: %s', (yaml) => {
    expect(errorsOf(yaml).length).toBeGreaterThan(0);
  });

  it('names an id that is there twice', () => {
    const twice = GOOD.replace('guards:\n', 'guards:\n  - {id: quoted, name: {zh: 引, en: quoted}, kind: quotation}\n');
    expect(errorsOf(twice)).toContainEqual({ line: 19, field: 'guards[1].id', message: '"quoted" is there twice' });
  });
});
