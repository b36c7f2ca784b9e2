-- Up Migration

-- Models that were trained for this hub, as the bytes of their files. A policy names one by its digest; none has any
-- effect by being here. What a name stands for is never changed: the database checks the digest and allows no second thought.
create table models (
  sha256     bytea primary key check (sha256 = sha256(bytes)),
  -- by which the log speaks of it
  id         uuid not null unique,
  view       text not null check (view in ('characters', 'sounds')),
  -- what the file says of itself: data, heads, how well they did on rows left out
  header     jsonb not null,
  bytes      bytea not null,
  created_at timestamptz not null,
  actor      text not null
);

create function models_stay() returns trigger language plpgsql as $$
begin
  raise exception 'A model is never changed or taken away: a policy may name it' using errcode = 'insufficient_privilege';
end $$;
create trigger models_stay before update or delete on models
  for each row execute function models_stay();
create trigger models_no_truncate before truncate on models
  for each statement execute function models_stay();

-- Down Migration

drop table models;
drop function models_stay();
