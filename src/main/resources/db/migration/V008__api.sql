-- What programs asked with an Idempotency-Key and what they were told, kept for a day, so that asking again does nothing twice.
create table idempotency_key (
  token      uuid        not null references api_token,
  key        text        not null,
  request    bytea       not null,
  status     int         not null,
  location   text,
  answer     text        not null,
  created_at timestamptz not null,
  primary key (token, key),
  constraint idempotency_key_is_short check (length(key) between 1 and 255)
);
create index idempotency_key_by_age on idempotency_key (created_at);

-- What a matter is about and whom it is with, for ?q=.
create index conversation_by_word on conversation using gin (to_tsvector('simple', matter));
create index customer_by_word on customer using gin (to_tsvector('simple', name));
