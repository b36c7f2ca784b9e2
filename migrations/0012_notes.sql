-- Up Migration

-- What the people of the desk tell each other about a post. Never shown to sites or readers; never changed.
create table notes (
  id         uuid primary key,
  post_id    uuid not null references posts (id),
  author_id  uuid not null references members (id),
  text       text not null check (length(text) between 1 and 4000),
  written_at timestamptz not null
);
create index notes_by_post on notes (post_id, id);

-- Who is named in a note, so that each finds what concerns her.
create table mentions (
  member_id uuid not null references members (id),
  note_id   uuid not null references notes (id),
  primary key (member_id, note_id)
);

-- Rationales that are often needed, for the desk to start from. One that is retired is kept: decisions were written from it.
create table canned_rationales (
  id         uuid primary key,
  category   text not null,
  language   text not null check (language in ('zh', 'en')),
  title      text not null check (length(title) between 1 and 80),
  text       text not null check (length(text) between 1 and 4000),
  saved_by   uuid not null references members (id),
  saved_at   timestamptz not null,
  retired_at timestamptz
);
create unique index canned_rationales_in_use on canned_rationales (category, language, title) where retired_at is null;

-- Down Migration

drop table canned_rationales;
drop table mentions;
drop table notes;
