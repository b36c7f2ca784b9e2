import { MappedTextWriter, type Folding } from './mapped-text.js';

/**
 * Characters that are written as their halves to hide a word. The left half of each is either a radical that never
 * stands alone in ordinary text, or the two halves never meet in it.
 */
const HALVES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  亻: { 言: '信', 尔: '你', 也: '他', 故: '做', 象: '像', 弋: '代', 介: '价', 专: '传', 足: '促', 呆: '保', 直: '值', 弗: '佛', 共: '供', 建: '健', 更: '便', 门: '们', 十: '什' },
  氵: { 去: '法', 皮: '波', 气: '汽', 又: '汉', 肖: '消', 先: '洗', 青: '清', 胡: '湖', 每: '海', 舌: '活', 由: '油', 享: '淳' },
  讠: { 兑: '说', 成: '诚', 正: '证', 青: '请', 舌: '话', 果: '课', 寺: '诗', 己: '记', 午: '许', 平: '评', 司: '词', 式: '试', 周: '调', 只: '识', 方: '访', 者: '诸', 隹: '谁', 射: '谢', 乍: '诈' },
  言: { 午: '许', 兑: '说' },
  钅: { 戋: '钱', 艮: '银', 失: '铁', 同: '铜', 昔: '错', 中: '钟', 令: '铃', 真: '镇', 勾: '钩' },
  扌: { 丁: '打', 戈: '找', 妾: '接', 非: '排', 奂: '换', 殳: '投', 安: '按', 旦: '担', 巴: '把', 包: '抱', 由: '抽', 广: '扩', 支: '技', 斤: '折', 甫: '捕', 爰: '援' },
  忄: { 生: '性', 青: '情', 夬: '快', 白: '怕', 亡: '忙', 圣: '怪', 每: '悔', 贯: '惯' },
  犭: { 者: '猪', 句: '狗', 良: '狼', 侯: '猴', 苗: '猫' },
  礻: { 申: '神', 畐: '福', 兄: '祝', 且: '祖', 土: '社', 斤: '祈', 羊: '祥', 见: '视' },
  辶: { 力: '边', 井: '进', 寸: '过', 云: '运', 元: '远', 斤: '近', 关: '送', 首: '道', 米: '迷', 束: '速', 反: '返', 不: '还', 车: '连', 韦: '违' },
  纟: { 工: '红', 吉: '结', 田: '细', 冬: '终', 泉: '线', 合: '给', 及: '级', 己: '纪', 且: '组', 录: '绿', 色: '绝' },
  饣: { 反: '饭', 我: '饿', 并: '饼', 官: '馆' },
  彳: { 寺: '待', 主: '往', 艮: '很', 正: '征', 盾: '循' },
  疒: { 丙: '病', 冬: '疼', 甬: '痛', 正: '症', 嵒: '癌', 风: '疯', 知: '痴' },
  歹: { 匕: '死', 朱: '殊' },
  弓: { 虽: '强' },
  木: { 目: '相' },
  米: { 青: '精' },
  禾: { 必: '秘', 兑: '税' },
  走: { 召: '超' },
  酉: { 星: '醒', 己: '配' },
  女: { 干: '奸', 昌: '娼', 表: '婊' },
  尸: { 米: '屎', 比: '屁', 吊: '屌' },
  虫: { 旦: '蛋' },
  贝: { 兼: '赚', 者: '赌' },
  石: { 马: '码', 角: '确' },
  马: { 扁: '骗' },
  白: { 勺: '的' },
};

const NEVER_ALONE = new Set('亻氵讠钅扌忄犭礻辶纟饣彳疒');
/** Halves that are words themselves are joined only where what follows does not make them words. */
const WORDS: Readonly<Record<string, RegExp>> = { 女干: /^[部警事线]/, 石马: /^[村镇河]/, 言午: /^[后餐睡]/, 女表: /^[演示现情]/ };

const PLANE = 0x10000;
const BEGINS = new Uint8Array(PLANE);
for (const left of Object.keys(HALVES)) BEGINS[left.charCodeAt(0)] = 1;

/** Puts characters together again that were written as their halves: 弓虽 is 强, 亻言 is 信. */
export const joinSplitCharacters: Folding = (source) => {
  const { text } = source;
  let at = 0;
  while (at < text.length && BEGINS[text.charCodeAt(at)] === 0) at += 1;
  if (at === text.length) return source;
  const writer = new MappedTextWriter(source);
  for (at = 0; at < text.length; at += 1) {
    const whole = BEGINS[text.charCodeAt(at)] === 0 ? undefined : wholeAt(text, at);
    if (whole === undefined) writer.write(text.charCodeAt(at), at, at + 1);
    else {
      writer.write(whole.charCodeAt(0), at, at + 2);
      at += 1;
    }
  }
  return writer.finish();
};

function wholeAt(text: string, at: number): string | undefined {
  const left = text.charAt(at);
  const right = text.charAt(at + 1);
  const whole = HALVES[left]?.[right];
  if (whole === undefined || NEVER_ALONE.has(left)) return whole;
  return WORDS[left + right]?.test(text.charAt(at + 2)) === true ? undefined : whole;
}
