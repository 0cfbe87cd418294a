-- Texts: the provider that carries them, who wants none, what came in, what is said of ours; and the links that book a call.

-- The one account with a provider. Its token has to be said again, so it is sealed, not hashed.
create table text_account (
  single     boolean     primary key default true,
  provider   text        not null,
  base_url   text        not null,
  account    text        not null,
  token      bytea       not null,
  number     text        not null,
  set_at     timestamptz not null,
  set_by     uuid        not null references agent,
  sent_at    timestamptz,
  trouble    text,
  trouble_at timestamptz,
  constraint text_account_is_one check (single),
  constraint text_account_provider_known check (provider in ('twilio')),
  constraint text_account_number_is_e164 check (number ~ '^\+[1-9][0-9]{6,14}$'),
  constraint text_account_trouble_has_a_time check ((trouble is null) = (trouble_at is null))
);

-- Numbers that asked for no more texts.
create table text_stop (
  number     text        primary key,
  stopped_at timestamptz not null
);

-- What came in, as it came, before anybody read it; its fields go once it is on a timeline. The provider's id makes twice once.
create table text_in (
  sid      text        primary key,
  fields   jsonb       not null,
  came_at  timestamptz not null,
  tries    int         not null default 0,
  filed_at timestamptz,
  message  uuid        references message
);
create index text_in_to_file on text_in (came_at) where filed_at is null;

-- The provider's last word on a text of ours. It may come before we know that the text is sent.
create table text_report (
  delivery uuid        primary key,
  status   text        not null,
  code     text,
  at       timestamptz not null
);

-- Only the hash of a link's token is kept. Whoever has the link may pick another time for this one call.
create table booking_link (
  id         uuid        primary key,
  token_hash bytea       not null unique,
  promise    uuid        not null references promise,
  sent_to    text        not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  constraint booking_link_expires_later check (expires_at > created_at)
);
create index booking_link_of_promise on booking_link (promise);
