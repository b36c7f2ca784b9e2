-- Up Migration

-- Every edition of the moderation policy, as its author wrote it. A text is never changed: a change is another version.
create table policy_packs (
  id         uuid primary key,
  version    text not null unique,
  yaml       text not null,
  yaml_hash  bytea not null,
  state      text not null check (state in ('DRAFT', 'SHADOW', 'SERVED', 'RETIRED')),
  rationale  text not null,
  -- null: it came with the hub
  written_by uuid references members,
  written_at timestamptz not null,
  -- the last time; the whole course is in the event log
  served_by  uuid references members,
  served_at  timestamptz,
  retired_at timestamptz
);
create unique index policy_packs_one_served on policy_packs (state) where state = 'SERVED';
create unique index policy_packs_one_shadow on policy_packs (state) where state = 'SHADOW';

create function policy_texts_stay() returns trigger language plpgsql as $$
begin
  raise exception 'The text of a policy version is never changed' using errcode = 'insufficient_privilege';
end $$;
create trigger policy_texts_stay before update of version, yaml, yaml_hash, written_by on policy_packs
  for each row execute function policy_texts_stay();

-- At most one is served by the index above; at least one, from the first on, by this, when the transaction commits.
create function policy_is_served() returns trigger language plpgsql as $$
begin
  if not exists (select from policy_packs where state = 'SERVED') then
    raise exception 'One version of the policy must be served' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create constraint trigger policy_is_served after insert or update of state or delete on policy_packs
  deferrable initially deferred for each row execute function policy_is_served();

-- Replays of history with a draft. The tally so far is kept with the place reached, so that one that was stopped goes on.
create table backtests (
  id          uuid primary key,
  -- null: of a file, by the command line
  pack_id     uuid references policy_packs,
  yaml_hash   bytea not null,
  served_id   uuid not null references policy_packs,
  state       text not null check (state in ('RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
  received_from timestamptz not null,
  received_to timestamptz not null,
  days        integer not null,
  most_posts  integer not null,
  examples    integer not null,
  total       integer not null,
  done        integer not null default 0,
  -- the last post that was replayed; the newest come first
  reached_at  timestamptz,
  reached_id  uuid,
  tally       jsonb not null,
  failure     text,
  started_by  uuid references members,
  started_at  timestamptz not null,
  finished_at timestamptz
);
create index backtests_pack on backtests (pack_id, id);
create index backtests_text on backtests (yaml_hash, state);
create index posts_received on posts (received_at desc, id desc);

-- What the shadow made of a post beside the version that was served. Nothing follows from it.
create table shadow_screenings (
  pack_id        uuid not null references policy_packs,
  post_id        uuid not null references posts,
  revision       integer not null,
  served_version text not null,
  outcome        text not null check (outcome in ('CLEAR', 'HOLD')),
  served_outcome text not null check (served_outcome in ('CLEAR', 'HOLD')),
  risk           real not null,
  findings       jsonb not null,
  at             timestamptz not null,
  primary key (pack_id, post_id, revision)
);
create index shadow_screenings_apart on shadow_screenings (pack_id, outcome, at desc) where outcome <> served_outcome;

-- The same, counted; rule '' stands for all posts of that kind.
create table shadow_counts (
  pack_id uuid not null references policy_packs,
  kind    text not null check (kind in ('BOTH_CLEAR', 'BOTH_HOLD', 'NEWLY_HELD', 'NEWLY_RELEASED')),
  rule    text not null,
  posts   integer not null,
  primary key (pack_id, kind, rule)
);

-- How many posts each rule matched, by hour and site, written with the screening; rule '' counts all posts that were
-- screened. After two days the sites are added up, under the nil uuid.
create table rule_matches (
  rule    text not null,
  hour    timestamptz not null,
  site_id uuid not null,
  posts   integer not null,
  primary key (rule, hour, site_id)
);
create index rule_matches_hour on rule_matches (hour);

-- Rules that the brake took out of screening, and what a lead made of it.
create table rule_brakes (
  id               uuid primary key,
  rule             text not null,
  pack_version     text not null,
  braked_at        timestamptz not null,
  -- in the window in which it was braked
  matched          integer not null,
  screened         integer not null,
  long_run_share   real not null,
  kept_by          uuid references members,
  kept_at          timestamptz,
  kept_rationale   text,
  released_by      uuid references members,
  released_at      timestamptz,
  release_rationale text
);
create unique index rule_brakes_live on rule_brakes (rule) where released_at is null;
create index rule_brakes_rule on rule_brakes (rule, released_at);

-- A site's record is read from the decisions on its sampled posts, newest first, from the index alone.
alter table decisions add column site_id uuid references sites, add column reason text;
update decisions d set site_id = p.site_id, reason = r.reason from reviews r join posts p on p.id = r.post_id where r.id = d.review_id;
alter table decisions alter column site_id set not null, alter column reason set not null;
create index decisions_sampled on decisions (site_id, decided_at desc, id desc) include (action)
  where reason = 'SAMPLE' and undone_at is null and action in ('CLEAR', 'RETURN', 'REMOVE');

-- Sites that people know from before the hub: so many clean decisions count as made, older than all others.
create table site_credits (
  site_id  uuid primary key references sites,
  clean    integer not null check (clean between 1 and 1000),
  reason   text not null,
  given_by uuid references members,
  given_at timestamptz not null
);

-- Down Migration

drop table site_credits;
drop index decisions_sampled;
alter table decisions drop column site_id, drop column reason;
drop table rule_brakes, rule_matches, shadow_counts, shadow_screenings;
drop index posts_received;
drop table backtests, policy_packs;
drop function policy_is_served();
drop function policy_texts_stay();
