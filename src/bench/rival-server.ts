import { createServer } from 'node:http';
import pg from 'pg';

/**
 * The rival: what somebody would write by hand for this one page, and nothing else: node:http, a pool, one prepared
 * statement, JSON.stringify. It reads the same tables with the same joins and gives the same fields.
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

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { slug } = JSON.parse(Buffer.concat(chunks).toString()) as { slug: string };
    void pool.query<Row>({ name: 'page', text: PAGE, values: [slug] }).then(({ rows }) => {
      const items = rows.slice(0, 20).map((row) => ({
        promotedAt: row.added_at,
        post: {
          id: row.id,
          title: row.title,
          url: row.url,
          authorName: row.author_name,
          publishedAt: row.published_at,
          strand: row.strand,
          unit: { code: row.unit_code, name: row.unit_name },
          site: { code: row.site_code, name: row.site_name },
        },
      }));
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: { feed: { slug, items: { nodes: items, pageInfo: { hasNextPage: rows.length > 20 } } } } }));
    });
  });
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ ready: true, url: typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}/` : '' });
});
process.on('message', (message) => (message === 'stop' ? process.exit(0) : undefined));
process.on('disconnect', () => process.exit(0));
