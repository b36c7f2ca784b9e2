import { temporaryFiles, toLines } from './temporary-files.js';

interface ToyRow {
  readonly text: string;
  readonly flag: boolean;
  readonly category: string | null;
}

const combine = (parts: readonly (readonly string[])[]) => parts.reduce<string[]>((begun, ends) => begun.flatMap((begin) => ends.map((end) => begin + end)), ['']);

/** Texts of two kinds that a small model can learn to tell apart, in other combinations than those it is shown. */
const SELLING: readonly ToyRow[] = combine([['河东刘半仙', '慧缘大师', '城里王师父'], ['看八字', '开光手串', '上门驱邪', '画符改运'], ['一次一百八', '两百八一件', '先付定金']]).map((text) => ({
  text: `${text}，加微信。`, flag: true, category: text.includes('看八字') ? 'superstition.divination' : 'superstition.ritual',
}));
const TELLING: readonly ToyRow[] = combine([['社区志愿者', '学校老师', '县医院大夫'], ['扫雪', '义诊', '教孩子剪窗花', '给老人送饺子'], ['到了中午', '没收一分钱', '大家都笑了']]).map((text) => ({
  text: `${text}，一起回家。`, flag: false, category: null,
}));

const isHeldBack = (index: number) => index % 4 === 3;
export const HELD_BACK = [...SELLING.filter((_row, index) => isHeldBack(index)), ...TELLING.filter((_row, index) => isHeldBack(index))];

const recipe = (version: string) => `
version: '${version}'
epochs: 6
folds: 3
models:
  - file: toy.model
    view: characters
    heads:
      - {name: superstition, labels: [superstition], keep: 400, cost: 8, smoothing: 1}
      - {name: superstition.divination, labels: [superstition.divination], keep: 100, cost: 4, smoothing: 1, among: offences}
      - {name: superstition.ritual, labels: [superstition.ritual], keep: 100, cost: 4, smoothing: 1, among: offences}
  - file: toy-sounds.model
    view: sounds
    heads:
      - {name: superstition, labels: [superstition], keep: 400, cost: 8, smoothing: 1}
sources:
  - {file: shown.ndjson, licence: Apache-2.0, heads: {superstition: 1}}
  - {file: titles.txt, of: some titles, licence: MIT, heads: {superstition: 0.5}}
`;

/** Writes a small recipe with its sources into a folder that goes after the test file. */
export function writeToyRecipe() {
  const { path: folder, write } = temporaryFiles();
  const shown = [...SELLING, ...TELLING].filter((row) => !HELD_BACK.includes(row));
  return {
    folder,
    write,
    recipe: write('recipe.yaml', recipe('toy 1')),
    /** The rows that the model is shown. */
    shown,
    sources: { shown: write('data/shown.ndjson', toLines(shown)), titles: write('data/titles.txt', '雪后初晴\n江边的灯\n一碗热粥\n老师的最后一课\n') },
    heldBack: write('held-back.ndjson', toLines(HELD_BACK.map((row, index) => ({ ...row, function: row.flag ? 'selling' : 'telling', form: 'plain', pair: `p${index % (HELD_BACK.length / 2)}` })))),
  };
}
