-- What the customer gets in writing, the link it opens, and the word they give back.
create table recap (
  id           uuid        primary key,
  conversation uuid        not null references conversation,
  message      uuid        not null references message,
  understood   text        not null,
  asks         boolean     not null default false,
  sent_at      timestamptz not null
);
create index recap_of_conversation on recap (conversation, sent_at);

-- Only the hash of a link's token is kept; every message carries a token of its own. Whoever answers through it has the
-- address that it was sent to.
create table page_link (
  id           uuid        primary key,
  token_hash   bytea       not null unique,
  conversation uuid        not null references conversation,
  sent_to      text        not null,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  revoked_at   timestamptz,
  opened_at    timestamptz,
  constraint page_link_expires_later check (expires_at > created_at)
);
create index page_link_of_conversation on page_link (conversation);

create table confirmation (
  id           uuid        primary key,
  conversation uuid        not null references conversation,
  kind         text        not null,
  problem      text,
  words        text        not null default '',
  at           timestamptz not null,
  constraint confirmation_kind_known check (kind in ('sorted', 'not_yet', 'not_sorted_after_all', 'had_to_repeat'))
);
create index confirmation_of_conversation on confirmation (conversation, at);
