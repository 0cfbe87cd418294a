-- One matter that a customer wants resolved, and everything that happened in it.
create table conversation (
  id            uuid        primary key,
  customer      uuid        not null references customer,
  matter        text        not null,
  state         text        not null,
  address_token text        not null unique,
  agent         uuid        references agent,
  channel       text        not null,
  opened_at     timestamptz not null,
  moved_at      timestamptz not null,
  waiting_since timestamptz,
  resolved_at   timestamptz,
  reopened_at   timestamptz,
  confirmed_at  timestamptz,
  lapsed_at     timestamptz,
  constraint conversation_state_known check (state in ('open', 'waiting', 'confirmed', 'lapsed')),
  constraint conversation_confirmed_at_a_time check (state <> 'confirmed' or confirmed_at is not null),
  constraint conversation_lapsed_at_a_time check (state <> 'lapsed' or lapsed_at is not null),
  constraint conversation_asked_before_waiting check (state <> 'waiting' or resolved_at is not null)
);
create index conversation_by_movement on conversation (moved_at desc, id desc);
create index conversation_open on conversation (moved_at desc, id desc) where state in ('open', 'waiting');
create index conversation_done on conversation (moved_at desc, id desc) where state in ('confirmed', 'lapsed');
create index conversation_mine on conversation (agent, moved_at desc, id desc) where state in ('open', 'waiting');
create index conversation_waiting_for_a_person on conversation (waiting_since) where waiting_since is not null;
create index conversation_of_customer on conversation (customer, moved_at desc);
create index conversation_reopened on conversation (reopened_at) where reopened_at is not null and state in ('open', 'waiting');
create index conversation_silent on conversation (resolved_at) where state = 'waiting';

-- One touch: a mail, a call, a visit. What effort is measured on.
create table contact (
  id           uuid        primary key,
  conversation uuid        not null references conversation,
  channel      text        not null,
  direction    text        not null,
  at           timestamptz not null,
  seconds      int         not null default 0,
  constraint contact_direction_known check (direction in ('inbound', 'outbound'))
);
create index contact_of_conversation on contact (conversation, at);

create table message (
  id           uuid        primary key,
  conversation uuid        not null references conversation,
  contact      uuid        references contact,
  direction    text        not null,
  channel      text        not null,
  author       uuid        references agent,
  sender       text,
  at           timestamptz not null,
  words        text        not null,
  quoted       text,
  html         text,
  search       tsvector    generated always as (to_tsvector('simple', left(words, 100000))) stored,
  constraint message_direction_known check (direction in ('inbound', 'outbound', 'note')),
  constraint message_of_ours_has_an_author check (direction = 'inbound' or author is not null)
);
create index message_of_conversation on message (conversation, at, id);
create index message_by_word on message using gin (search);

create table attachment (
  id         uuid   primary key,
  message    uuid   not null references message,
  blob       text   not null references blob,
  name       text   not null,
  type       text   not null,
  content_id text,
  size       bigint not null,
  position   int    not null
);
create index attachment_of_message on attachment (message, position);

-- What it cost the customer: a key, a hold, a repeat, a hand-over. Sums are made by whoever reads.
create table effort (
  id           uuid        primary key,
  conversation uuid        not null references conversation,
  kind         text        not null,
  amount       int         not null,
  at           timestamptz not null,
  constraint effort_kind_known check (kind in ('KEY', 'SECONDS_TO_A_PERSON', 'HOLD', 'HAND_OVER', 'REPEAT', 'REOPENED'))
);
create index effort_of_conversation on effort (conversation);
