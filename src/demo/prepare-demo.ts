import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { importManifest } from '../campaign/index.js';
import { feedsSection } from '../curation/index.js';
import { creditSite } from '../moderation/index.js';
import { createMember, createMemberKey, createSignInLink, createSiteKey } from '../organisation/index.js';
import { type Database, type Role, query } from '../platform/index.js';

/** Tokens of the demo, each a bearer token. */
export interface DemoTokens {
  readonly aggregator: string;
  /** by site code */
  readonly partner: Readonly<Record<string, string>>;
  readonly moderator: string;
  readonly moderator2: string;
  readonly lead: string;
  /** A policy that one lead wrote, another serves. */
  readonly lead2: string;
  readonly editor: string;
  readonly editor2: string;
  readonly organiser: string;
  readonly operator: string;
  readonly dashboard: string;
}

/** The demo's people and services: invented, every one. */
const ACCOUNTS: Readonly<Record<Exclude<keyof DemoTokens, 'partner'>, { name: string; kind: 'PERSON' | 'SERVICE'; roles: Role[] }>> = {
  aggregator: { name: '示例汇聚服务', kind: 'SERVICE', roles: ['AGGREGATOR'] },
  moderator: { name: '示例审核员 沈小河', kind: 'PERSON', roles: ['MODERATOR'] },
  moderator2: { name: '示例审核员 陆大江', kind: 'PERSON', roles: ['MODERATOR'] },
  lead: { name: '示例审核组长 顾春山', kind: 'PERSON', roles: ['MODERATOR', 'LEAD'] },
  lead2: { name: '示例审核组长 秦望山', kind: 'PERSON', roles: ['MODERATOR', 'LEAD'] },
  editor: { name: '示例编辑 白云岭', kind: 'PERSON', roles: ['EDITOR'] },
  editor2: { name: '示例编辑 柳青禾', kind: 'PERSON', roles: ['EDITOR'] },
  organiser: { name: '示例组织者 程远', kind: 'PERSON', roles: ['ORGANISER'] },
  operator: { name: '示例运维 方晓', kind: 'PERSON', roles: ['OPERATOR'] },
  dashboard: { name: '示例大屏', kind: 'SERVICE', roles: ['DASHBOARD'] },
};

const LINK_HOURS = 24;

/** The demo's sites have pushed for years, as it were: with 40 clean decisions, a tenth of what is cleared is sampled, not all of it. */
const CLEAN_DECISIONS = 40;

/** Path of the demo campaign's manifest. */
export const demoManifest = new URL('./campaign.yaml', import.meta.url);

/**
 * Imports the demo campaign and makes its accounts with fresh keys. Safe to repeat: accounts are found by login, older keys go on to work.
 * @returns the tokens, which the hub itself keeps only as hashes
 */
export async function prepareDemo(db: Database, now: Date): Promise<{ tokens: DemoTokens }> {
  await importManifest(db, await readFile(demoManifest, 'utf8'), { actor: 'system:demo', now, sections: [feedsSection] });
  const partner: Record<string, string> = {};
  for (const site of await query(db, sql<{ id: string; code: string }>`select id, code from sites order by code`)) {
    partner[site.code] = await createSiteKey(db, site.id, 'demo');
    await creditSite(db, site.code, CLEAN_DECISIONS, { actor: 'system:demo', memberId: null, now, reason: 'An invented past for the demo.' });
    await createMember(db, { login: `demo-partner-${site.code}`, name: `示例站点编辑 ${site.code}`, kind: 'PERSON', roles: ['PARTNER'], siteId: site.id });
  }
  const tokens: Record<string, string> = {};
  for (const [login, account] of Object.entries(ACCOUNTS)) {
    tokens[login] = await createMemberKey(db, await createMember(db, { login: `demo-${login}`, ...account }), 'demo');
  }
  return { tokens: { ...tokens, partner } as unknown as DemoTokens };
}

/** Fresh one-time sign-in links for the demo's people, good for a day. */
export async function demoSignInLinks(db: Database, baseUrl: string, now: Date): Promise<Record<string, string>> {
  const expiresAt = new Date(now.getTime() + LINK_HOURS * 3_600_000);
  const people = await query(
    db,
    sql<{ id: string; login: string }>`select id, login from members where login like 'demo-%' and kind = 'PERSON' and login not like 'demo-partner-%'
      union all (select id, 'demo-partner' from members where login like 'demo-partner-%' order by login limit 1)`,
  );
  const links: Record<string, string> = {};
  for (const { id, login } of people) {
    links[login.replace('demo-', '')] = `${baseUrl}/sign-in?token=${encodeURIComponent(await createSignInLink(db, id, expiresAt))}`;
  }
  return links;
}
