-- What every room stands on: the log of facts, its readers, and what goes out.
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- The one installation: its id also lies with the files, and the proof says which secret key its hashes were made with.
create table installation (
  single     boolean     primary key default true,
  id         uuid        not null,
  key_proof  bytea       not null,
  created_at timestamptz not null,
  constraint installation_is_one check (single)
);

-- Append-only. Facts hold ids, kinds, times and amounts, never a person's words, so a person can be forgotten and the log still stands.
create table event (
  seq     bigint      generated always as identity primary key,
  xid     xid8        not null default pg_current_xact_id(),
  at      timestamptz not null,
  kind    text        not null,
  subject uuid        not null,
  actor   uuid,
  facts   jsonb       not null
);
create index event_in_commit_order on event (xid, seq);
create index event_of_subject on event (subject, seq);

create function event_is_forever() returns trigger language plpgsql as $$
begin
  raise exception 'An event is never changed or removed.' using errcode = 'restrict_violation';
end $$;
create trigger event_is_forever before update or delete on event for each row execute function event_is_forever();

-- How far each listener has read: everything at or before (xid, seq).
create table listener (
  name text   primary key,
  xid  xid8   not null,
  seq  bigint not null
);

-- One thing on its way out of the house, to one address. The truth about it is here: queued, sent, refused, bounced.
create table delivery (
  id           uuid        primary key,
  kind         text        not null,
  address      text        not null,
  about        uuid        not null,
  body         jsonb       not null,
  created_at   timestamptz not null,
  next_try_at  timestamptz,
  tries        int         not null default 0,
  started_at   timestamptz,
  sent_at      timestamptz,
  refused_at   timestamptz,
  bounced_at   timestamptz,
  server_words text,
  constraint delivery_ends_once check (num_nonnulls(sent_at, refused_at) <= 1),
  constraint delivery_is_tried_until_it_ends check ((next_try_at is null) = (num_nonnulls(sent_at, refused_at) = 1))
);
create index delivery_to_try on delivery (next_try_at) where next_try_at is not null;
create index delivery_about on delivery (about);

-- Bytes kept outside the database by the hash of their content; the row is written after the file is on disk.
create table blob (
  hash       text        primary key,
  size       bigint      not null,
  stored_at  timestamptz not null,
  constraint blob_hash_is_sha256 check (hash ~ '^[0-9a-f]{64}$')
);

-- The one-time keys of forms that were sent: a second click finds its key here and changes nothing.
create table form_key (
  key     uuid        primary key,
  used_at timestamptz not null
);
create index form_key_by_age on form_key (used_at);
