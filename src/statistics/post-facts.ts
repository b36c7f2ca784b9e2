import { type RawBuilder, sql } from 'kysely';

/**
 * Query of what posts count as at this moment: `post_id`, `unit_id`, `day` (on which the hub received it, in a time zone),
 * `strand`, `standing`, `author`, `participants`, `hours`.
 * @param timeZone IANA name
 * @param which condition on `posts p`
 */
export function postFacts(timeZone: string, which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select p.id as post_id, p.unit_id, (p.received_at at time zone ${timeZone}::text)::date as day, p.strand,
           case when p.withdrawn_at is not null then 'WITHDRAWN' else coalesce(s.standing, 'PENDING') end as standing,
           r.author_name as author, coalesce(p.participants, 0)::bigint as participants, coalesce(p.hours, 0) as hours
    from posts p
    join revisions r on r.post_id = p.id and r.number = p.revision
    left join standings s on s.post_id = p.id
    where ${which}`;
}

/** What makes two countings of a post differ. */
export const countedColumns = sql.raw('unit_id, day, strand, standing, author, participants, hours');
