-- Ways in beside the password: passkeys, mailed links, code apps, and the shop's own devices with a PIN for the day.
create table passkey (
  id         uuid        primary key,
  agent      uuid        not null references agent,
  site       text        not null,
  credential bytea       not null unique,
  public_key bytea       not null,
  counter    bigint      not null,
  synced     boolean     not null,
  name       text        not null,
  created_at timestamptz not null,
  used_at    timestamptz,
  constraint passkey_name_said check (name ~ '\S'),
  constraint passkey_counter_counts check (counter >= 0),
  constraint passkey_is_short
    check (length(credential) <= 1023 and length(public_key) <= 8000 and length(name) <= 80)
);
create index passkey_of_agent on passkey (agent, created_at);

-- What was asked of somebody on the way in and is answered once, within minutes: a challenge, a link, a code. Who is being
-- invited has an id before they are an agent.
create table sign_in_step (
  hash       bytea       primary key,
  purpose    text        not null,
  agent      uuid,
  expires_at timestamptz not null,
  constraint sign_in_step_purpose_known check (purpose in ('PASSKEY_MADE', 'PASSKEY_USED', 'LINK', 'CODE'))
);
create index sign_in_step_by_end on sign_in_step (expires_at);

-- A code app counts once its first code was right. `last_step` is the half minute of the last one taken: none works twice.
create table code_app (
  agent        uuid        primary key references agent,
  secret       bytea       not null,
  made_at      timestamptz not null,
  confirmed_at timestamptz,
  last_step    bigint      not null default 0
);

create table recovery_code (
  agent   uuid        not null references agent,
  hash    bytea       not null,
  used_at timestamptz,
  primary key (agent, hash)
);

-- A device that the owner said is the shop's: it shows faces, and takes a PIN that is good until the shop closes.
create table shop_device (
  id         uuid        primary key,
  token_hash bytea       not null unique,
  name       text        not null,
  made_by    uuid        not null references agent,
  made_at    timestamptz not null,
  removed_at timestamptz,
  constraint shop_device_name_said check (name ~ '\S')
);

create table day_pin (
  agent   uuid        primary key references agent,
  hash    bytea       not null,
  set_at  timestamptz not null,
  ends_at timestamptz not null,
  wrong   int         not null default 0,
  constraint day_pin_ends_later check (ends_at > set_at)
);

-- How they came in, when they last showed that it is them, and when it ends however much it is used.
alter table session add column way       text not null default 'PASSWORD';
alter table session add column proved_at timestamptz;
alter table session add column ends_at   timestamptz;
alter table session add constraint session_way_known
  check (way in ('PASSWORD', 'PASSKEY', 'LINK', 'CODE', 'PIN', 'INVITATION'));
