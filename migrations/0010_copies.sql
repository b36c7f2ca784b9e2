-- Up Migration

-- By which copies of a revision are found; written once, by the worker, before the revision is screened.
create table fingerprints (
  post_id   uuid not null references posts,
  revision  integer not null,
  -- SimHash of the text's 3-grams: of many candidates the nearest are compared
  sim_hash  bigint not null,
  -- keys that near copies are likely to share
  band_keys integer[] not null,
  primary key (post_id, revision)
);
-- Without a pending list, which every look-up would have to read.
create index fingerprints_band_keys on fingerprints using gin (band_keys) with (fastupdate = off);

-- Posts whose newest texts are copies of one another, one row a post that has any. A cluster is named by its earliest post.
create table copies (
  post_id    uuid primary key references posts,
  cluster_id uuid not null references posts,
  -- the revision that was compared
  revision   integer not null
);
create index copies_cluster on copies (cluster_id, post_id);

-- Down Migration

drop table copies, fingerprints;
