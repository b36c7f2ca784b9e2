import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';

import { readModel } from '../../../src/moderation/screening/model/model-file.js';
import { runCommand } from '../../support/run-hub.js';
import { writeToyRecipe } from './toy-texts.js';

const toy = writeToyRecipe();
const run = (...args: string[]) => runCommand(args, {});
const train = (out: string, ...more: string[]) => run('train', '--recipe', toy.recipe, '--out', join(toy.folder, out), ...more);

describe('hub train', () => {
  let first: Awaited<ReturnType<typeof run>>;
  beforeAll(async () => {
    first = await train('first', '--data', join(toy.folder, 'data'));
  });

  it('writes the models, says so to people on stderr, and gives what it measured on stdout', () => {
    expect(first.code).toBe(0);
    const lines = first.stdout.trim().split('\n').map((line) => JSON.parse(line) as { file: string; bytes: number; heads: { name: string }[] });
    expect(lines.map(({ file }) => file)).toEqual(['toy.model', 'toy-sounds.model']);
    for (const { file, bytes, heads } of lines) {
      const written = readFileSync(join(toy.folder, 'first', file));
      expect(written.length).toBe(bytes);
      expect(readModel(written).header.heads).toEqual(heads);
      expect(first.stderr).toContain(`${file}: ${bytes} bytes`);
    }
  });

  it('gives the same bytes again', async () => {
    expect((await train('second', '--data', join(toy.folder, 'data'))).code).toBe(0);
    for (const file of ['toy.model', 'toy-sounds.model']) {
      expect(readFileSync(join(toy.folder, 'second', file)).equals(readFileSync(join(toy.folder, 'first', file)))).toBe(true);
    }
  });

  it('is used wrongly without a place to write to, and where the texts are not found', async () => {
    expect(await run('train', '--recipe', toy.recipe)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('--out') });
    expect(await train('third')).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/asks for shown\.ndjson.*--data/s) });
  });

  it('is used wrongly with a recipe that is not there', async () => {
    expect(await run('train', '--recipe', join(toy.folder, 'none.yaml'), '--out', toy.folder)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('none.yaml') });
  });
});

describe('hub evaluate', () => {
  it('prints tables for people on stderr and the figures, a line a file, on stdout', async () => {
    const { code, stdout, stderr } = await run('evaluate', toy.heldBack, toy.sources.titles, toy.write('gaps.ndjson', '{"text": "今天下雪。", "flag": false}\nnot a row\n'));
    expect(code).toBe(0);
    const [suite, titles] = stdout.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(suite).toMatchObject({
      file: 'held-back.ndjson', rows: 18, pairs: { pairs: 9 },
      byFunction: { selling: { flag: true, rows: 9 }, telling: { flag: false, rows: 9 } },
      byForm: { 'plain +': { flag: true, rows: 9 }, 'plain -': { flag: false, rows: 9 } },
    });
    expect(titles).toMatchObject({ file: 'titles.txt', rows: 4, recall: null, wrongHolds: expect.any(Number), pairs: { pairs: 0 } });
    expect(stderr).toMatch(/held-back\.ndjson: 18 rows/);
    expect(stderr).toContain('1 lines had no text or no label');
    expect(stderr).toMatch(/selling +hold +\d+\.\d % \(\d+\/9\)/);
  });

  it('is used wrongly with a file that is missing, or that holds nothing labelled', async () => {
    expect(await run('evaluate', join(toy.folder, 'none.ndjson'))).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('none.ndjson cannot be read') });
    expect(await run('evaluate', toy.write('other.ndjson', '{"body": "甲"}\n'))).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('holds no labelled text') });
  });
});
