import { signSet } from '../sign-set.js';
import type { Sighting } from './sighting.js';
import { whose } from './whose.js';

const isProvince = signSet('京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼');
const isLetter = signSet('abcdefghjklmnpqrstuvwxyz');
/** After the province: a letter, perhaps a dot, and five or six letters and digits (GA 36); I and O are not used. */
const PLATE = /^[a-hj-np-z][ ·.•-]?((?:[a-hj-np-z0-9][ ]?){4,5}[a-hj-np-z0-9警学挂])(?![a-z0-9])/;
const PERSON = /车主|司机|驾驶员|开车的|开这车|他|她|这人|此人|这个人|这女的|这男的|邻居|老板|肇事|逃逸|业主|我的车|我家的?车|某某|先生|女士/;
const OFFICIAL = /警车|巡逻车|救护车|消防车|洒水车|公交|大巴|班车|公务|出租车公司|号牌样|例如|示例|车牌开头|尾号|限行|查获|交警|民警|警方|失踪|走失|寻找/;
const LOOK = 20;

/** Finds licence plates together with a person. Linear. */
export function findPlates(text: string): Sighting[] {
  const found: Sighting[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (!isProvince(text, at) || !isLetter(text, at + 1)) continue;
    const plate = PLATE.exec(text.slice(at + 1, at + 16));
    if (plate === null || !/\d.*\d/.test(plate[1] ?? '')) continue;
    const end = at + 1 + plate[0].length;
    const around = text.slice(Math.max(0, at - LOOK), at) + text.slice(end, end + LOOK);
    if (PERSON.test(around) && !OFFICIAL.test(around)) found.push({ kind: 'licence-plate', start: at, end, owner: whose(text, at, end) === 'THING' ? 'PERSON' : 'OTHER' });
    at = end - 1;
  }
  return found;
}
