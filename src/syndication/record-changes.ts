import { sql } from 'kysely';
import { type Tx, query } from '../platform/index.js';

/** A post about which something may have changed, and when. */
export interface Touched {
  readonly postId: string;
  readonly at: string;
}

/**
 * Writes down what readers have yet to be told of these posts: that one may be shown now, that another text of it is
 * approved, or that it must be taken down. It compares what is with what was told last, so a post that came and went
 * between two readings was never told of, and telling twice is impossible. Only one process at a time may do this: the
 * numbers have no gaps and follow the order of commits.
 * @param touched in the order of the events; of a post that comes twice the later time counts
 */
export async function recordChanges(tx: Tx, touched: readonly Touched[]): Promise<void> {
  const latest = [...new Map(touched.map(({ postId, at }) => [postId, at]))];
  await query(
    tx,
    sql`
      with touched as (
        select post_id, at, place from unnest(${latest.map(([postId]) => postId)}::uuid[], ${latest.map(([, at]) => at)}::timestamptz[])
          with ordinality as t (post_id, at, place)
      ),
      news as materialized (
        select t.post_id, t.at, t.place, visible.approved_revision as revision,
               case when visible.post_id is null then 'WITHDRAWN' when told.post_id is null then 'PUBLISHED' else 'UPDATED' end as type
        from touched t
        left join told_posts told on told.post_id = t.post_id
        left join (select st.post_id, st.approved_revision from standings st join posts p on p.id = st.post_id and p.withdrawn_at is null
                   where st.standing = 'PUBLISHABLE' and st.approved_revision is not null) visible on visible.post_id = t.post_id
        where told.revision is distinct from visible.approved_revision
      ),
      forgotten as (delete from told_posts where post_id in (select post_id from news where type = 'WITHDRAWN')),
      noted as (
        insert into told_posts (post_id, revision) select post_id, revision from news where type <> 'WITHDRAWN'
        on conflict (post_id) do update set revision = excluded.revision
      )
      insert into changes (seq, post_id, type, at)
      select (select coalesce(max(seq), 0) from changes) + row_number() over (order by place), post_id, type, at from news`,
  );
}
