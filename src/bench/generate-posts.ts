const UNITS = ['harbin', 'qiqihar', 'mudanjiang', 'jiamusi', 'daqing', 'jixi', 'shuangyashan', 'yichun', 'qitaihe', 'hegang', 'suihua', 'heihe', 'daxinganling'];
const STRANDS = ['ESSAY', 'SCENE', 'VIRTUE', 'DEED'];
const SENTENCES = ['清晨的江面升起薄雾,志愿者们已经把栈道扫了一遍。', '社区食堂的墙上贴着今天的剩菜重量,比上周又少了三斤。', '老人把修好的自行车推给孩子,说车铃是新换的。', '雪停以后,巷子里的人都出来铲雪,没有人喊口号。', '图书室的灯一直亮到九点,最后走的人把窗关好。', '公交司机等了半分钟,让拄拐杖的乘客先坐稳。'];

/** Invented ordinary posts of about 300 characters, the same for the same numbers. */
export function generatePosts(from: number, count: number): Record<string, unknown>[] {
  return Array.from({ length: count }, (_unused, position) => {
    const n = from + position;
    const body = Array.from({ length: 10 }, (_none, line) => `<p>${SENTENCES[(n * 7 + line * (1 + (n % 5))) % SENTENCES.length] ?? ''}第${n}篇之${line}。</p>`).join('');
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
