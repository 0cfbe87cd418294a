-- The key that signs our pushes, and the browsers that take alarms.
create table push_key (
  one         boolean     primary key default true,
  public_key  bytea       not null,
  private_key bytea       not null,
  made_at     timestamptz not null,
  constraint push_key_is_one check (one),
  constraint push_key_is_a_point check (length(public_key) = 65)
);

-- A browser that takes alarms, for as long as somebody is signed in there.
create table push_subscription (
  id         uuid        primary key,
  agent      uuid        not null references agent,
  session    uuid        not null references session on delete cascade,
  endpoint   text        not null unique,
  p256dh     text        not null,
  auth       text        not null,
  device     text        not null,
  created_at timestamptz not null,
  sent_at    timestamptz,
  shown_at   timestamptz,
  constraint push_subscription_goes_out_encrypted check (endpoint like 'https://%'),
  constraint push_subscription_is_short
    check (length(endpoint) <= 2000 and length(p256dh) <= 100 and length(auth) <= 40 and length(device) <= 120)
);
create index push_subscription_of_agent on push_subscription (agent, created_at);
create index push_subscription_of_session on push_subscription (session);
