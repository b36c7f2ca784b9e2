import type { Sighting } from './sighting.js';
import { whose } from './whose.js';

/** Mail services that people have their own accounts with. */
const PERSONAL_SERVICES = new Set(
  'qq.com vip.qq.com foxmail.com 163.com 126.com yeah.net vip.163.com sina.com sina.cn vip.sina.com sohu.com tom.com 139.com 189.cn wo.cn 21cn.com aliyun.com gmail.com outlook.com hotmail.com live.com live.cn msn.com icloud.com me.com yahoo.com yahoo.com.cn proton.me'.split(' '),
);
/** Mailboxes of a task, not of a person. */
const TASKS = /^(?:info|service|news|editor|office|admin|contact|support|kefu|tougao|zhengwen|bangong|bgs|hr|press|media|webmaster|postmaster|noreply|no-reply|help|hello|jubao|tousu|xinxi|wenming|wmb)/;
const CALLS = /投稿|征稿|来稿|稿件|征文|报名|应征|参赛|作品发|举报|投诉|意见|建议|邮箱:?$/;
const LONGEST = 64;

/** Finds e-mail addresses of people: such as are with a mail service, unless the words say what the mailbox is for. Linear. */
export function findEmails(text: string): Sighting[] {
  const found: Sighting[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < LONGEST && /[a-z0-9._+-]/.test(text[start - 1] ?? '')) start -= 1;
    let end = at + 1;
    while (end < text.length && end - at < LONGEST && /[a-z0-9.-]/.test(text[end] ?? '')) end += 1;
    while (end > at && /[.-]/.test(text[end - 1] ?? '')) end -= 1;
    const [name, service] = [text.slice(start, at), text.slice(at + 1, end)];
    if (name === '' || !PERSONAL_SERVICES.has(service) || TASKS.test(name)) continue;
    const owner = whose(text, start, end);
    const before = text.slice(Math.max(0, start - 16), start);
    if (owner !== 'OTHER' && CALLS.test(before.replace(/个人邮箱|私人邮箱|我的邮箱/, ''))) continue;
    found.push({ kind: 'email', start, end, owner });
  }
  return found;
}
