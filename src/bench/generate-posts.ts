const UNITS = ['harbin', 'qiqihar', 'mudanjiang', 'jiamusi', 'daqing', 'jixi', 'shuangyashan', 'yichun', 'qitaihe', 'hegang', 'suihua', 'heihe', 'daxinganling'];
const STRANDS = ['ESSAY', 'SCENE', 'VIRTUE', 'DEED'];
/** A line takes a phrase from each: so many ways to say it that no two posts are copies of one another. */
const PHRASES = [
  ['清晨的江面升起薄雾,', '雪停以后,', '天刚蒙蒙亮,', '傍晚收工的时候,', '连着下了三天雨,', '开春第一场风过后,', '周末的集市散了,', '停电那一夜,', '早班车还没发,', '孩子们放学后,', '冰排走完的那天,', '正月十五刚过,', '麦子返青的时节,', '晚霞落到楼后面,', '广场上的人渐渐少了,', '秋白菜上市那几天,'],
  ['志愿者们', '社区食堂的师傅', '修车铺的老板', '图书室的管理员', '十七路的司机', '门卫老人', '三楼的邻居', '退休的木匠', '卖豆腐的大嫂', '校门口的护导员', '送报的小伙子', '环卫班的姑娘', '船工一家', '新来的医生', '果园的看守', '护林员父子'],
  ['把栈道扫了一遍', '贴出今天的剩菜重量', '修好了那辆旧自行车', '给每个窗台换了花盆', '多等了半分钟', '把钥匙送回失主手里', '在坡上撒了炉灰', '替老人背来两桶水', '补齐了缺角的棋盘', '画好褪色的斑马线', '留下一盏不关的灯', '捡起散落的苹果', '拆掉挡路的木桩', '抄了一本通讯录', '教大家系救生结', '量完最后一段堤'],
  ['谁也没有喊口号。', '说比上周又少了三斤。', '车铃是新换的。', '走的时候把窗关好。', '让拄拐杖的人先坐稳。', '只收下一句谢谢。', '第二天路面就不滑了。', '回来时棉鞋湿透了。', '输的人负责唱歌。', '脚印正好排成一行。', '巷子从此不再黑。', '筐里一个也没有少。', '鸟又落回了原处。', '字写得比印的还齐。', '绳头收得整整齐齐。', '尺子上结了一层霜。'],
] as const;

function pick(n: number, line: number, phrases: readonly string[], part: number): string {
  const drawn = Math.imul(n * 40 + line * 4 + part + 1, 0x9e3779b1);
  return phrases[(Math.imul(drawn ^ (drawn >>> 15), 0x85ebca6b) >>> 16) % phrases.length] ?? '';
}

/** Invented ordinary posts of about 300 characters, the same for the same numbers. */
export function generatePosts(from: number, count: number): Record<string, unknown>[] {
  return Array.from({ length: count }, (_unused, position) => {
    const n = from + position;
    const body = Array.from({ length: 8 }, (_none, line) => `<p>第${n}篇之${line}:${PHRASES.map((phrases, part) => pick(n, line, phrases, part)).join('')}</p>`).join('');
    return {
      externalId: `bench-${n}`,
      title: `示例作品 ${n}`,
      html: body,
      url: `https://hljwm.example.org/bench/${n}.html`,
      publishedAt: new Date(Date.UTC(2026, 2, 5) + n * 60_000).toISOString(),
      authorName: `示例作者${n % 97}`,
      unitCode: UNITS[n % UNITS.length],
      strand: STRANDS[n % STRANDS.length],
      workType: 'ARTICLE',
      topics: [],
      media: [],
    };
  });
}
