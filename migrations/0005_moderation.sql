-- Up Migration

-- Where a post stands, one row a post from its first screening on. No row means PENDING.
create table standings (
  post_id           uuid primary key references posts,
  standing          text not null check (standing in ('PENDING', 'HELD', 'PUBLISHABLE', 'RETURNED', 'REMOVED', 'WITHDRAWN')),
  -- the revision that readers may see, once one was cleared
  approved_revision integer,
  screened_revision integer not null,
  updated_at        timestamptz not null
);

create table screenings (
  id           uuid primary key,
  post_id      uuid not null references posts,
  revision     integer not null,
  pack_version text not null,
  outcome      text not null check (outcome in ('CLEAR', 'HOLD')),
  risk         real not null,
  checks       jsonb not null,
  findings     jsonb not null,
  at           timestamptz not null
);
create unique index screenings_post on screenings (post_id, revision);

-- People's queue. Cost follows what is open, never what was.
create table reviews (
  id               uuid primary key,
  post_id          uuid not null references posts,
  revision         integer not null,
  queue            text not null,
  reason           text not null check (reason in ('FINDINGS', 'SAMPLE', 'REQUEST')),
  severity         smallint not null check (severity between 1 and 4),
  state            text not null check (state in ('OPEN', 'CLAIMED', 'DECIDED', 'CLOSED')),
  due_at           timestamptz not null,
  opened_at        timestamptz not null,
  claimed_by       uuid references members,
  claim_token      uuid,
  claim_expires_at timestamptz,
  -- who asked for it and why, where the reason is REQUEST
  requested_by     uuid references members,
  request_note     text,
  decided_at       timestamptz,
  closed_reason    text
) with (autovacuum_vacuum_scale_factor = 0.02);
create index reviews_open on reviews (queue, due_at, id) where state = 'OPEN';
create index reviews_live on reviews (due_at, id) where state in ('OPEN', 'CLAIMED');
create index reviews_live_in_queue on reviews (queue, due_at, id) where state in ('OPEN', 'CLAIMED');
create index reviews_claimed on reviews (claim_expires_at) where state = 'CLAIMED';
create unique index reviews_one_live_a_post on reviews (post_id) where state in ('OPEN', 'CLAIMED');
create index reviews_post on reviews (post_id);
create index reviews_decided on reviews (queue, decided_at) where state = 'DECIDED';

-- What people decided; a decision is never changed, only undone, and the record of both stays.
create table decisions (
  id            uuid primary key,
  review_id     uuid not null references reviews,
  post_id       uuid not null references posts,
  revision      integer not null,
  action        text not null check (action in ('CLEAR', 'RETURN', 'REMOVE', 'ESCALATE')),
  category      text,
  rationale     text,
  spans         jsonb not null default '[]',
  nominate      boolean not null default false,
  decided_by    uuid not null references members,
  decided_at    timestamptz not null,
  -- from the opening of the review to the decision
  seconds       integer not null,
  -- what undoing goes back to
  from_queue    text not null,
  from_standing text not null,
  from_approved integer,
  undone_by     uuid references members,
  undone_at     timestamptz,
  undo_rationale text
);
create index decisions_post on decisions (post_id, decided_at desc);
create index decisions_review on decisions (review_id);

-- A statement of reasons for every RETURN and REMOVE; fields follow the DSA statement of reasons.
create table statements (
  id             uuid primary key,
  decision_id    uuid not null unique references decisions,
  post_id        uuid not null references posts,
  site_id        uuid not null references sites,
  restriction    text not null check (restriction in ('RETURNED', 'REMOVED')),
  category       text not null,
  -- the category's definition as it stood then, {zh, en}
  rule           jsonb not null,
  facts          text not null,
  spans          jsonb not null,
  automated_detection boolean not null,
  automated_decision  boolean not null default false check (not automated_decision),
  issued_at      timestamptz not null,
  appeal_by      timestamptz not null,
  rescinded_at   timestamptz
);
create index statements_post on statements (post_id);

-- Down Migration

drop table statements, decisions, reviews, screenings, standings;
