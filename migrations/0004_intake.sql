-- Up Migration

-- One row a (site, externalId). What a reader sees is a revision; what a post is filed under is here.
create table posts (
  id               uuid primary key,
  site_id          uuid not null references sites,
  external_id      text not null,
  unit_id          uuid not null references units,
  strand           text not null check (strand in ('ESSAY', 'SCENE', 'VIRTUE', 'DEED')),
  work_type        text not null,
  topics           text[] not null default '{}',
  group_id         uuid references volunteer_groups,
  participants     integer,
  hours            numeric(12, 2),
  published_at     timestamptz not null,
  received_at      timestamptz not null,
  revision         integer not null,
  content_hash     bytea not null,
  withdrawn_at     timestamptz,
  withdrawn_reason text,
  unique (site_id, external_id)
);
create index posts_by_site on posts (site_id, received_at desc, id desc);

-- Content as received and as extracted; safe_html is filled in by the worker before anything can be shown.
create table revisions (
  post_id      uuid not null references posts,
  number       integer not null,
  title        text not null,
  html         text,
  text         text not null,
  safe_html    text,
  summary      text,
  url          text not null,
  original_url text,
  author_name  text not null,
  licence      text,
  language     text not null,
  media        jsonb not null default '[]',
  text_hash    bytea not null,
  received_at  timestamptz not null,
  primary key (post_id, number)
);
create index revisions_text_hash on revisions using hash (text_hash);

-- The answer to a push that carried an idempotency key, given again word for word.
create table push_receipts (
  pusher     text not null,
  key        text not null,
  request    bytea not null,
  results    jsonb not null,
  created_at timestamptz not null,
  primary key (pusher, key)
);

-- Down Migration

drop table push_receipts, revisions, posts;
