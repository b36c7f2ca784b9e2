import pg from 'pg';

/**
 * What somebody would write by hand for this one page, and nothing else: a pool and one prepared statement. It reads the same
 * tables with the same joins and gives the same fields.
 */
const PAGE = `
  select i.added_at, p.id, p.external_id, r.title, r.url, r.author_name, p.published_at, p.strand, u.code as unit_code, u.name as unit_name, s.code as site_code, s.name as site_name
  from feeds f
  join lateral (select * from feed_items where feed_id = f.id order by published_at desc, post_id desc limit 21) i on true
  join posts p on p.id = i.post_id and p.withdrawn_at is null
  join standings t on t.post_id = p.id and t.standing = 'PUBLISHABLE'
  join revisions r on r.post_id = p.id and r.number = t.approved_revision
  join units u on u.id = p.unit_id
  join sites s on s.id = p.site_id
  where f.slug = $1
  order by i.published_at desc, i.post_id desc`;

interface Row {
  added_at: Date;
  id: string;
  title: string;
  url: string;
  author_name: string;
  published_at: Date;
  strand: string;
  unit_code: string;
  unit_name: string;
  site_code: string;
  site_name: string;
}

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 20 });

export async function readPageByHand(slug: string) {
  const { rows } = await pool.query<Row>({ name: 'page', text: PAGE, values: [slug] });
  const nodes = rows.slice(0, 20).map((row) => ({
    promotedAt: row.added_at.toISOString(),
    post: {
      id: row.id,
      title: row.title,
      url: row.url,
      authorName: row.author_name,
      publishedAt: row.published_at.toISOString(),
      strand: row.strand,
      unit: { code: row.unit_code, name: row.unit_name },
      site: { code: row.site_code, name: row.site_name },
    },
  }));
  return { slug, items: { nodes, pageInfo: { hasNextPage: rows.length > 20 } } };
}

/** Tells the bench where the rival listens; it ends when the bench says so or is gone. */
export function tellReady(port: number, path: string): void {
  process.send?.({ ready: true, url: `http://127.0.0.1:${port}${path}` });
  process.on('message', (message) => (message === 'stop' ? process.exit(0) : undefined));
  process.on('disconnect', () => process.exit(0));
}
