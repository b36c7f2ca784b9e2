-- Up Migration

-- The replay cursor: numbered by one writer in commit order, so that a reader who has seen n has seen all up to n.
create table changes (
  seq     bigint primary key,
  post_id uuid not null references posts,
  type    text not null check (type in ('PUBLISHED', 'UPDATED', 'WITHDRAWN')),
  at      timestamptz not null
);

-- Down Migration

drop table changes;
