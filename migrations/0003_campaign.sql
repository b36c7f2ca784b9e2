-- Up Migration

create table campaigns (
  id          uuid primary key,
  code        text not null unique,
  name        text not null,
  description text,
  starts_on   date not null,
  ends_on     date not null,
  check (starts_on <= ends_on)
);
create table phases (
  campaign_id uuid not null references campaigns on delete cascade,
  code        text not null,
  name        text not null,
  starts_on   date not null,
  ends_on     date not null,
  primary key (campaign_id, code),
  check (starts_on <= ends_on)
);
create table milestones (
  campaign_id uuid not null references campaigns on delete cascade,
  code        text not null,
  name        text not null,
  happens_on  date not null,
  primary key (campaign_id, code)
);
create table topics (
  id          uuid primary key,
  campaign_id uuid not null references campaigns,
  code        text not null unique,
  name        text not null,
  description text,
  opens_on    date,
  closes_on   date
);

-- Down Migration

drop table topics, milestones, phases, campaigns;
