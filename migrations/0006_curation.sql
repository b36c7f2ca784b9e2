-- Up Migration

create table feeds (
  id          uuid primary key,
  slug        text not null unique,
  title       text not null,
  description text,
  campaign_id uuid references campaigns,
  -- {strands, topics, units, sites} by code: what a post must be to be in; an absent key asks for nothing
  rule        jsonb not null,
  -- fingerprint of the rule and of the units it meant when the items were last fitted to it
  fitted      bytea,
  revision    bigint not null default 0,
  updated_at  timestamptz not null
);

-- Which feeds hold which posts, and why. Readers join standing and withdrawal: what may not be shown now is not shown now.
create table feed_items (
  feed_id      uuid not null references feeds on delete cascade,
  post_id      uuid not null references posts,
  -- the approved revision when the item was last looked at, so that a new one is seen to change the feed
  revision     integer not null,
  reasons      text[] not null,
  published_at timestamptz not null,
  added_at     timestamptz not null,
  primary key (feed_id, post_id)
);
create index feed_items_order on feed_items (feed_id, published_at desc, post_id desc);
create index feed_items_post on feed_items (post_id);

-- Down Migration

drop table feed_items, feeds;
