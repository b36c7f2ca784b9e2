-- Up Migration

-- The unit tree as the tallies know it: who is above whom, the unit itself included, from the root down.
create table counted_units (
  unit_id   uuid primary key,
  ancestors uuid[] not null
);
create index counted_units_ancestors on counted_units using gin (ancestors);

-- What each post has been counted as, so that a later fact amends the same day.
create table counted_posts (
  post_id      uuid primary key references posts,
  unit_id      uuid not null,
  day          date not null,
  strand       text not null,
  standing     text not null,
  author       text not null,
  participants bigint not null,
  hours        numeric(12, 2) not null
);
create index counted_posts_unit on counted_posts (unit_id, day);

-- Counts of a unit with its whole subtree, by the day on which posts were received, and by strand.
create table tallies (
  unit_id      uuid not null,
  day          date not null,
  strand       text not null,
  received     integer not null default 0,
  pending      integer not null default 0,
  cleared      integer not null default 0,
  held         integer not null default 0,
  returned     integer not null default 0,
  removed      integer not null default 0,
  withdrawn    integer not null default 0,
  participants bigint not null default 0,
  hours        numeric(16, 2) not null default 0,
  primary key (unit_id, day, strand)
);

-- Down Migration

drop table tallies, counted_posts, counted_units;
