-- Up Migration

create extension if not exists ltree;

-- The unit tree. path holds the ids of all ancestors and the unit itself (dashes taken out), so that a code may change.
create table units (
  id         uuid primary key,
  code       text not null unique,
  name       text not null,
  kind       text not null check (kind in ('OFFICE', 'PREFECTURE', 'COUNTY', 'SYSTEM', 'UNIT')),
  parent_id  uuid references units,
  path       ltree not null,
  created_at timestamptz not null default now()
);
create index units_path on units using gist (path);
-- ids grow in the order in which units were set up: the order of children
create index units_parent on units (parent_id, id);

create table designations (
  code text primary key,
  name text not null
);
create table unit_designations (
  unit_id     uuid not null references units on delete cascade,
  designation text not null references designations,
  primary key (unit_id, designation)
);
create index unit_designations_designation on unit_designations (designation);

create table unit_contacts (
  unit_id  uuid not null references units on delete cascade,
  position smallint not null,
  name     text not null,
  role     text not null,
  email    text,
  primary key (unit_id, position)
);

create table volunteer_groups (
  id      uuid primary key,
  code    text not null unique,
  name    text not null,
  unit_id uuid not null references units
);

-- Partner sites that push posts and carry feeds.
create table sites (
  id         uuid primary key,
  code       text not null unique,
  name       text not null,
  url        text not null,
  unit_id    uuid references units,
  created_at timestamptz not null default now()
);

-- People and services that sign in. A site's key needs no member.
create table members (
  id            uuid primary key,
  login         text not null unique,
  name          text not null,
  kind          text not null check (kind in ('PERSON', 'SERVICE')),
  password_hash text,
  created_at    timestamptz not null default now(),
  suspended_at  timestamptz
);
create table member_roles (
  member_id uuid not null references members on delete cascade,
  role      text not null check (role in ('AGGREGATOR', 'PARTNER', 'MODERATOR', 'LEAD', 'EDITOR', 'ORGANISER', 'OPERATOR', 'DASHBOARD')),
  -- the site that a PARTNER acts for
  site_id   uuid references sites,
  primary key (member_id, role),
  check ((role = 'PARTNER') = (site_id is not null))
);

-- Credentials are kept as SHA-256 of 256 random bits, never as themselves.
create table api_keys (
  id         uuid primary key,
  label      text not null,
  hash       bytea not null unique,
  member_id  uuid references members,
  site_id    uuid references sites,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  check (num_nonnulls(member_id, site_id) = 1)
);
create table sessions (
  hash       bytea primary key,
  member_id  uuid not null references members,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create table sign_in_links (
  hash       bytea primary key,
  member_id  uuid not null references members,
  expires_at timestamptz not null,
  used_at    timestamptz
);

-- Down Migration

drop table sign_in_links, sessions, api_keys, member_roles, members, sites, volunteer_groups,
           unit_contacts, unit_designations, designations, units;
drop extension ltree;
