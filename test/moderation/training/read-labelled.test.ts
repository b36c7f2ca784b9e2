import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';

import { UsageError } from '../../../src/platform/index.js';
import { readLabelled } from '../../../src/moderation/training/read-labelled.js';
import { temporaryFiles, toLines } from './temporary-files.js';

const { path: folder, write } = temporaryFiles();
const readLines = (rows: readonly unknown[]) => readLabelled(write('some.ndjson', toLines(rows))).rows;

describe('labelled texts as NDJSON', () => {
  it('have a flag, and what else is known', () => {
    const rows = readLines([
      { text: '甲', flag: true, category: 'incivility.insult', function: 'direct-insult', form: 'plain', pair: 'p1', title: '题' },
      { text: '乙', flag: 0 },
      { text: '丙', flag: 1, category: null, pair: null },
    ]);
    expect(rows).toEqual([
      { text: '甲', flag: true, category: 'incivility.insult', function: 'direct-insult', form: 'plain', pair: 'p1', title: '题' },
      { text: '乙', flag: false, category: null, pair: null },
      { text: '丙', flag: true, category: null, pair: null },
    ]);
  });

  it('may say their form at the beginning of a note; a form that is given wins', () => {
    const forms = readLines([
      { text: '甲', flag: true, note: '[cloaked] sounds alike' },
      { text: '乙', flag: true, note: 'not [cloaked]' },
      { text: '丙', flag: true, note: '[cloaked]', form: 'long' },
    ]).map(({ form }) => form);
    expect(forms).toEqual(['cloaked', undefined, 'long']);
  });

  it('name a pair by one key, whether rows share one or point at each other', () => {
    const pairs = readLines([
      { id: 'a', text: '甲', flag: true, pair: 'b' },
      { id: 'b', text: '乙', flag: false, pair: 'a' },
      { id: 'c', text: '丙', flag: true, pair: 'both' },
      { id: 'd', text: '丁', flag: false, pair: 'both' },
      { id: 'e', text: '戊', flag: false },
    ]).map(({ pair }) => pair);
    expect(pairs).toEqual(['a+b', 'a+b', 'both', 'both', null]);
  });

  it('leave out lines without text or label, and count them; empty lines are none', () => {
    const file = readLabelled(write('gaps.ndjson', '{"text": "甲", "flag": true}\n\nnot JSON\n{"text": "", "flag": true}\n{"text": "乙"}\n{"text": "丙", "flag": 2}\n'));
    expect(file).toMatchObject({ rows: [{ text: '甲' }], skipped: 4 });
  });
});

describe('labelled texts as CSV', () => {
  it('have columns text and label, and a finer label where there is one', () => {
    const file = readLabelled(write('some.csv', 'topic,text,label,fine\n一,"甲,乙",1,2\n一,丙,0,0\n'));
    expect(file.rows).toEqual([{ text: '甲,乙', flag: true, category: null, fine: '2' }, { text: '丙', flag: false, category: null, fine: '0' }]);
    expect(readLabelled(write('category.csv', 'text,label,category\n甲,1,region\n')).rows).toEqual([{ text: '甲', flag: true, category: null, fine: 'region' }]);
  });

  it('leave out and count rows without text, with another label, or with fields too many', () => {
    expect(readLabelled(write('gaps.csv', 'text,label\n甲,1\n,0\n乙,maybe\n丙,1,2\n'))).toMatchObject({ rows: [{ text: '甲' }], skipped: 3 });
  });
});

describe('texts as plain lines', () => {
  it('break no rule', () => {
    expect(readLabelled(write('titles.txt', '雪后初晴\n\n  江边的灯  \r\n')).rows).toEqual([
      { text: '雪后初晴', flag: false, category: null },
      { text: '江边的灯', flag: false, category: null },
    ]);
  });
});

describe('a file of labelled texts', () => {
  it('is known by its name and digest', () => {
    const content = '{"text": "甲", "flag": true}\n';
    expect(readLabelled(write('deep/some.ndjson', content))).toMatchObject({ name: 'some.ndjson', sha256: createHash('sha256').update(content).digest('hex') });
  });

  it('is refused with a sentence that says what is wrong and what would be right', () => {
    const missing = `${folder}/missing.ndjson`;
    expect(() => readLabelled(missing)).toThrow(UsageError);
    expect(() => readLabelled(missing)).toThrow(/missing\.ndjson cannot be read: /);
    for (const [name, content] of [['other.ndjson', '{"body": "甲"}\n'], ['other.csv', 'body,mark\n甲,1\n'], ['empty.txt', '\n']] as const) {
      const path = write(name, content);
      expect(() => readLabelled(path)).toThrow(UsageError);
      expect(() => readLabelled(path)).toThrow(`${path} holds no labelled text: NDJSON needs "text" and "flag", CSV needs the columns "text" and "label".`);
    }
  });
});
