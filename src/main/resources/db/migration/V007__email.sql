-- Mail as it came and as it went, by Message-ID, so that threads hold together.
create table inbound_mail (
  id           uuid        primary key,
  blob         text        not null references blob,
  sender       text        not null,
  recipients   text[]      not null,
  client       text        not null,
  received_at  timestamptz not null,
  processed_at timestamptz,
  message      uuid        references message,
  trouble      text,
  constraint inbound_mail_stored_once unique (blob)
);
create index inbound_mail_to_read on inbound_mail (received_at) where processed_at is null;

create table mail_thread (
  message_id   text        primary key,
  conversation uuid        not null references conversation,
  message      uuid        references message,
  subject      text        not null,
  at           timestamptz not null
);
create index mail_thread_of_conversation on mail_thread (conversation, at desc);
