import { sql } from 'kysely';

/**
 * SQL of the rules of feeds with their codes looked up: `id`, and per key an array, or null where the rule asks for
 * nothing: `strands`, `topics`, `sites` (codes) and `units` (paths, of which a post's unit must be at or below one).
 */
export const feedRules = sql`
  select f.id,
         case when f.rule ? 'strands' then array(select jsonb_array_elements_text(f.rule -> 'strands')) end as strands,
         case when f.rule ? 'topics' then array(select jsonb_array_elements_text(f.rule -> 'topics')) end as topics,
         case when f.rule ? 'sites' then array(select jsonb_array_elements_text(f.rule -> 'sites')) end as sites,
         case when f.rule ? 'units' then array(select u.path from units u where f.rule -> 'units' ? u.code order by u.path) end as units
  from feeds f`;

/** SQL of `id` and `fingerprint` of each feed: another one means that other posts may belong than when it was last fitted. */
export const feedFingerprints = sql`
  select f.id,
         sha256(convert_to(f.rule::text || coalesce((select string_agg(u.id::text, ' ' order by u.id) from units u where r.units @> u.path), ''), 'UTF8')) as fingerprint
  from feeds f join (${feedRules}) r on r.id = f.id`;
