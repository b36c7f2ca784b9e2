-- Up Migration

-- The replay cursor: numbered by one writer in commit order, so that a reader who has seen n has seen all up to n.
create table changes (
  seq     bigint primary key,
  post_id uuid not null references posts,
  type    text not null check (type in ('PUBLISHED', 'UPDATED', 'WITHDRAWN')),
  at      timestamptz not null
);

-- What a reader who has replayed all changes now shows: each visible post and the revision last told of.
create table told_posts (
  post_id  uuid primary key references posts,
  revision integer not null
);

-- Down Migration

drop table told_posts, changes;
