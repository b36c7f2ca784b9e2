-- Up Migration

-- The event log: every change writes its fact here, in the same transaction. Audit log and outbox in one.
create table events (
  seq     bigint generated always as identity primary key,
  id      uuid not null,
  type    text not null,
  subject uuid not null,
  actor   text not null,
  payload jsonb not null default '{}',
  at      timestamptz not null,
  -- seq order is not commit order: consumers read by (xid, seq), and only below the oldest open transaction
  xid     xid8 not null default pg_current_xact_id()
);
create index events_commit_order on events (xid, seq);
create index events_subject on events (subject, seq);

create function events_are_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'The event log is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger events_append_only before update or delete on events
  for each row execute function events_are_append_only();
create trigger events_no_truncate before truncate on events
  for each statement execute function events_are_append_only();

-- How far each consumer has read; moved in the transaction that holds what the consumer did.
create table consumers (
  name       text primary key,
  xid        xid8 not null default '0',
  seq        bigint not null default 0,
  updated_at timestamptz not null default now()
);

-- A chain of hashes over the events in commit order, a block at a time, so that tampering shows.
create table ledger_blocks (
  number    bigint primary key,
  from_xid  xid8 not null,
  from_seq  bigint not null,
  to_xid    xid8 not null,
  to_seq    bigint not null,
  events    integer not null,
  hash      bytea not null
);

-- Down Migration

drop table ledger_blocks;
drop table consumers;
drop table events;
drop function events_are_append_only();
