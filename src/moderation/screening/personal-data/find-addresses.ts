import { signSet } from '../sign-set.js';
import type { Sighting } from './sighting.js';
import { whose } from './whose.js';

const isNumeral = signSet('0123456789一二三四五六七八九十百零〇两');
/** Levels of a building, the finest last. */
const LEVELS: readonly { readonly word: string; readonly rank: number }[] = [
  { word: '号楼', rank: 1 }, { word: '号院', rank: 0 }, { word: '栋', rank: 1 }, { word: '幢', rank: 1 }, { word: '座', rank: 1 }, { word: '号', rank: 1 },
  { word: '单元', rank: 2 }, { word: '门', rank: 2 }, { word: '楼', rank: 2 }, { word: '层', rank: 2 }, { word: '室', rank: 3 }, { word: '户', rank: 3 }, { word: '房', rank: 3 },
];
const beginsLevel = signSet('号栋幢座单门楼层室户房');
const DOOR = 3;
/** What a building belongs to: a word that names a place. */
const PLACE = /(?:小区|社区|花园|家园|公寓|新村|新城|山庄|家属院|家属楼|大院|街|路|巷|胡同|大道|里|苑|园|庭|府|湾|城|屯|村|镇|区|县|旗|市)$/;
const PLACE_REACH = 24;
/** Words by which an address is that of somebody's home. */
const PERSON =
  /住在|住址|家住|居住|家庭地址|家庭住址|家的?地址|家里|家中|他家|她家|我家|你家|人家|户主|业主|住户|老人|大爷|大娘|大妈|奶奶|爷爷|阿姨|叔叔|女士|先生|师傅|老师|同学|邻居|孩子|一家|夫妇|夫妻|名叫|叫做|本人|此人|这个人|这女的|这男的|那女的|那男的|楼主|他|她/;
const OTHERS = /扒|人肉|曝光|去堵|上门找|找到他|找到她|他家|她家|他住|她住|他就住|她就住|此人|这个人|这女的|这男的|那女的|那男的|楼主|作者.{0,3}住|贴出/;
const OFFICE = /办公地点|办公地址|办公室|公司地址|单位地址|活动地点|活动室|服务站|服务中心|工作站|居委会|报名地点|集合地点|地点设|会议室|教室|展厅|诊室|门诊|病房|阅览室|图书|收件|邮寄地址|投稿地址/;
const LOOK = 30;

/** Finds addresses of homes down to the door, with a person to them. Linear: one pass over numbers and their words. */
export function findAddresses(text: string): Sighting[] {
  const found: Sighting[] = [];
  let at = 0;
  while (at < text.length) {
    const building = isNumeral(text, at) ? readBuilding(text, at) : null;
    if (building === null) {
      at += 1;
      continue;
    }
    const sighting = building.door ? judge(text, at, building.end) : null;
    if (sighting !== null) found.push(sighting);
    at = Math.max(building.end, at + 1);
  }
  return found;
}

/** Reads `3号楼2单元502室` or `三栋二单元502` from its first number on; `door` if it leads to one flat. */
function readBuilding(text: string, start: number): { end: number; door: boolean } {
  let at = start;
  let end = start;
  let rank = -1;
  let levels = 0;
  for (;;) {
    const from = at;
    while (at - from < 8 && isNumeral(text, at)) at += 1;
    if (at === from) break;
    const level = !beginsLevel(text, at) ? undefined : LEVELS.find(({ word }) => text.startsWith(word, at));
    if (level === undefined || level.rank < rank) {
      // The number of the flat may stand without a word.
      const bare = level === undefined && levels > 0 && rank >= 1 && at - from >= 3 && !/[年月日元块名人个年%.\d]/.test(text[at] ?? '');
      return bare ? { end: at, door: true } : { end: Math.max(end, at), door: rank >= DOOR && levels > 1 };
    }
    at += level.word.length;
    end = at;
    rank = level.rank;
    levels += 1;
    while (at - end < 2 && /[\s\-—,，]/.test(text[at] ?? '')) at += 1;
  }
  return { end: Math.max(end, start + 1), door: rank >= DOOR && levels > 1 };
}

function judge(text: string, buildingStart: number, end: number): Sighting | null {
  const place = text.slice(Math.max(0, buildingStart - PLACE_REACH), buildingStart).trimEnd();
  if (!PLACE.test(place)) return null;
  const start = placeStart(text, buildingStart);
  const before = text.slice(Math.max(0, start - LOOK), start);
  const around = before.slice(before.lastIndexOf('。') + 1) + text.slice(start, end) + (text.slice(end, end + LOOK).split('。', 1)[0] ?? '');
  if (OFFICE.test(around)) return null;
  const owner = whose(text, start, end);
  if (OTHERS.test(around)) return { kind: 'home-address', start, end, owner: 'OTHER' };
  return PERSON.test(around) && owner !== 'ORGANISATION' && owner !== 'THING' ? { kind: 'home-address', start, end, owner: 'PERSON' } : null;
}

/** Where the words of the place begin: after a sign, or after a word that leads to it. */
function placeStart(text: string, buildingStart: number): number {
  let start = buildingStart;
  while (start > 0 && buildingStart - start < PLACE_REACH && /[\p{Script=Han}0-9 ]/u.test(text[start - 1] ?? '') && !/[住在到去是址为往]/.test(text[start - 1] ?? '')) start -= 1;
  while (text[start] === ' ') start += 1;
  return start;
}
