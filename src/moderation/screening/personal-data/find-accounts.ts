import { mobileNumber } from './numbers.js';
import { scanDigits } from './scan-digits.js';
import { signSet } from '../sign-set.js';
import type { Sighting } from './sighting.js';
import { whose } from './whose.js';

/** Names of the services, the longer first; in plain signs. */
const NAMES: readonly { readonly word: string; readonly kind: 'qq-account' | 'wechat-account' }[] = [
  ...['微信号', '微信', '薇信', '威信号', '微 信', 'v信', '加v', 'wechat', 'weixin', 'vx', 'wx'].map((word) => ({ word, kind: 'wechat-account' as const })),
  ...['qq号码', 'qq号', 'qq', '扣扣号', '扣扣', '企鹅号', '企鹅', '球球号'].map((word) => ({ word, kind: 'qq-account' as const })),
];
const beginsName = signSet(NAMES.map(({ word }) => word.charAt(0)).join(''));
/** What may stand between the name and the account. */
const BETWEEN = /^(?:号码?|同号|是|为|加|[\s:：=\-—>→"“”'()（）【】[\]])*/;
/** Accounts of organisations and groups, not of people. */
const NO_PERSON = /(?:公众号|公众平台|订阅号|服务号|小程序|视频号|官方)$/;
const NO_PERSON_AFTER = /^(?:公众号|公众平台|群|扫码|支付|公号|订阅号|视频号|小程序|邮箱|空间|音乐|浏览器)/;
const LONGEST_BETWEEN = 12;
const LONGEST_ACCOUNT = 20;

/** Finds QQ and WeChat accounts: the service's name and an account name or number right after it. Linear. */
export function findAccounts(text: string): Sighting[] {
  const found: Sighting[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (!beginsName(text, at)) continue;
    const name = NAMES.find(({ word }) => text.startsWith(word, at));
    if (name === undefined || /[a-z0-9]/.test(text[at - 1] ?? '')) continue;
    const after = at + name.word.length;
    if (NO_PERSON.test(text.slice(Math.max(0, at - 6), at)) || NO_PERSON_AFTER.test(text.slice(after, after + 6))) continue;
    const between = BETWEEN.exec(text.slice(after, after + LONGEST_BETWEEN))?.[0].length ?? 0;
    const end = accountEnd(text, after + between, name.kind);
    if (end !== null) {
      found.push({ kind: name.kind, start: after + between, end, owner: whose(text, at, end) });
      at = end - 1;
    }
  }
  return found;
}

function accountEnd(text: string, start: number, kind: 'qq-account' | 'wechat-account'): number | null {
  const [run] = scanDigits(text.slice(start, start + LONGEST_ACCOUNT * 2), 5);
  if (run !== undefined && run.starts[0] === 0 && !/[a-z0-9_]/.test(text[start + (run.ends.at(-1) ?? 0)] ?? '')) {
    const isNumber = kind === 'qq-account' ? run.digits.length <= 11 && !run.digits.startsWith('0') : mobileNumber(run.digits) !== null || (run.digits.length >= 6 && run.digits.length <= 11);
    return isNumber ? start + (run.ends.at(-1) ?? 0) : null;
  }
  if (kind === 'qq-account') return null;
  let end = start;
  while (end - start <= LONGEST_ACCOUNT && /[a-z0-9_-]/.test(text[end] ?? '')) end += 1;
  const account = text.slice(start, end);
  // An account begins with a letter; a plain English word after the name is more often a word.
  return /^[a-z][a-z0-9_-]{5,19}$/.test(account) && /[0-9_-]/.test(account) ? end : null;
}
