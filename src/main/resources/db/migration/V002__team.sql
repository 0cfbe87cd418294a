-- The business, the people who keep its promises, and how they come in.
create table business (
  single   boolean primary key default true,
  name     text    not null,
  zone     text    not null,
  email    text,
  phone    text,
  hue      int     not null default 255,
  constraint business_is_one check (single),
  constraint business_name_said check (name ~ '\S'),
  constraint business_email_lower check (email = lower(email)),
  constraint business_hue_on_the_wheel check (hue between 0 and 359)
);

-- Several spans a day; a weekday without one is closed. Closing at midnight is 24:00.
create table opening_span (
  weekday smallint not null,
  opens   time     not null,
  closes  time     not null,
  primary key (weekday, opens),
  constraint opening_span_weekday_iso check (weekday between 1 and 7),
  constraint opening_span_closes_after_it_opens check (closes > opens)
);

create table agent (
  id            uuid        primary key,
  name          text        not null,
  email         text        not null,
  role          text        not null,
  password_hash text,
  second        uuid        references agent,
  hue           int         not null,
  taking_calls  boolean     not null default true,
  doing         text        not null default '',
  joined_at     timestamptz not null,
  left_at       timestamptz,
  constraint agent_name_said check (name ~ '\S'),
  constraint agent_email_lower check (email = lower(email)),
  constraint agent_role_known check (role in ('OWNER', 'AGENT', 'HELPER')),
  constraint agent_is_not_their_own_second check (second <> id)
);
create unique index agent_email_once on agent (email) where left_at is null;
create unique index agent_owner_is_one on agent (role) where role = 'OWNER' and left_at is null;

-- Whoever accepts an invitation becomes the agent with its id; one that names an agent lets them back in with a new password.
-- One without an inviter is the owner's: the set-up link that the first start prints, or their way back.
create table invitation (
  id          uuid        primary key,
  token_hash  bytea       not null unique,
  name        text        not null,
  email       text        not null,
  role        text        not null,
  agent       uuid        references agent,
  invited_by  uuid        references agent,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  accepted_at timestamptz,
  revoked_at  timestamptz,
  constraint invitation_role_known check (role in ('OWNER', 'AGENT', 'HELPER')),
  constraint invitation_to_own_is_nobodys check ((role = 'OWNER') = (invited_by is null)),
  constraint invitation_ends_once check (num_nonnulls(accepted_at, revoked_at) <= 1)
);

create table session (
  id         uuid        primary key,
  token_hash bytea       not null unique,
  agent      uuid        not null references agent,
  device     text        not null,
  created_at timestamptz not null,
  seen_at    timestamptz not null,
  expires_at timestamptz not null,
  ended_at   timestamptz
);
create index session_of_agent on session (agent) where ended_at is null;

create table api_token (
  id         uuid        primary key,
  label      text        not null,
  token_hash bytea       not null unique,
  agent      uuid        not null references agent,
  created_at timestamptz not null,
  used_at    timestamptz,
  revoked_at timestamptz,
  constraint api_token_label_said check (label ~ '\S')
);
