import { type RawBuilder, sql } from 'kysely';
import { type Database, type LoaderKind, query } from '../../platform/index.js';
import { HistoryView } from './history.view.js';

/** Older decisions say nothing of today. */
const DAYS = 365;

interface HistoryRow {
  readonly key: string;
  readonly action: 'CLEAR' | 'RETURN' | 'REMOVE';
  readonly category: string | null;
  readonly times: number;
  readonly lastAt: string;
}

/** Key of a history: from when on, of which site, and of which of its authors. */
export function historyKey(now: Date, siteId: string, author = ''): string {
  const since = new Date(now.getTime() - DAYS * 86_400_000);
  return [since.toISOString(), siteId, author].join('\n');
}

/** Histories of sites, by `historyKey`. */
export const siteHistories: LoaderKind<string, HistoryView> = {
  load: (db, keys) =>
    load(db, keys, sql`
      select w.key, d.action, d.category, d.decided_at from wanted w
      join decisions d on d.site_id = w.site_id and d.decided_at > w.since and d.undone_at is null and d.action <> 'ESCALATE'`),
};

/** Histories of authors, who are known by their name within a site, by `historyKey`. */
export const authorHistories: LoaderKind<string, HistoryView> = {
  load: (db, keys) =>
    load(db, keys, sql`
      select w.key, d.action, d.category, d.decided_at from wanted w
      join revisions r on r.author_name = w.author
      join decisions d on d.post_id = r.post_id and d.revision = r.number and d.site_id = w.site_id
                      and d.decided_at > w.since and d.undone_at is null and d.action <> 'ESCALATE'`),
};

async function load(db: Database, keys: readonly string[], decided: RawBuilder<unknown>): Promise<Map<string, HistoryView>> {
  const parts = keys.map((key) => key.split('\n'));
  const rows = await query(
    db,
    sql<HistoryRow>`
      with wanted as (
        select * from unnest(${[...keys]}::text[], ${parts.map(([since]) => since)}::timestamptz[], ${parts.map(([, siteId]) => siteId)}::uuid[], ${parts.map(([, , ...author]) => author.join('\n'))}::text[])
                        as w (key, since, site_id, author)
      ), decided as (${decided})
      select key, action, category, count(*)::int as times, max(decided_at) as "lastAt"
      from decided group by key, action, category`,
  );
  return new Map(keys.map((key, index) => [key, summarise(new Date(parts[index]?.[0] ?? 0), rows.filter((row) => row.key === key))]));
}

function summarise(since: Date, rows: readonly HistoryRow[]): HistoryView {
  const times = (action: HistoryRow['action'], of = rows): number => of.filter((row) => row.action === action).reduce((sum, row) => sum + row.times, 0);
  const restrictions = rows.filter(({ action }) => action !== 'CLEAR');
  const codes = [...new Set(restrictions.flatMap(({ category }) => category ?? []))];
  const categories = codes.map((category) => {
    const of = restrictions.filter((row) => row.category === category);
    return { category, returned: times('RETURN', of), removed: times('REMOVE', of), lastAt: new Date(Math.max(...of.map(({ lastAt }) => Date.parse(lastAt)))) };
  });
  const weight = ({ returned, removed }: { returned: number; removed: number }): number => returned + removed;
  categories.sort((a, b) => weight(b) - weight(a) || a.category.localeCompare(b.category));
  return Object.assign(new HistoryView(), { since, cleared: times('CLEAR'), returned: times('RETURN'), removed: times('REMOVE'), categories });
}
