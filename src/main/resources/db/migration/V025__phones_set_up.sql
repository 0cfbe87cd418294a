-- What the owner sets up about phones, calls that another phone system or nobody's line carried, and how long sound is kept.

-- Where a telephone stands, for whoever answers a call for help; and when it last registered.
alter table phone add column location text not null default '';
alter table phone add column seen_at  timestamptz;

-- A number that was given up keeps its calls.
alter table line add column removed_at timestamptz;

-- Who carried a call: our own line, the phone system that the shop kept, or nobody here: somebody wrote it down by hand.
alter table call add column carrier text not null default 'line';
alter table call add constraint call_carrier_known check (carrier in ('line', 'pbx', 'hand'));
-- The sound of a recording as sixty bars, from 0 to 100; and when it was found that the file was never written.
alter table call add column wave              text;
alter table call add column recording_lost_at timestamptz;
-- The phone they kept may name somebody whom we do not know by that name: they talked all the same.
alter table call drop constraint call_talked_with_somebody;
alter table call add constraint call_talked_with_somebody check (
  (talked_at is null) = (agent is null) or (carrier = 'pbx' and agent is null));
create index call_unsettled on call (ended_at) where recording is not null and wave is null and ended_at is not null;

-- How long recordings and voicemail are kept; no row is ninety days, no number of days is for ever.
create table recording_rule (
  only_one   boolean     primary key default true,
  days       int,
  changed_at timestamptz not null,
  constraint recording_rule_is_one check (only_one),
  constraint recording_rule_some_days check (days > 0)
);

-- A call for help from one of our phones, and what became of it. Nothing of it is ever deleted.
create table help_call (
  id       uuid        primary key,
  phone    uuid        not null references phone,
  agent    uuid        not null references agent,
  number   text        not null,
  location text        not null,
  at       timestamptz not null,
  way      text,
  outcome  text        not null,
  constraint help_call_outcome_known check (outcome in ('sent', 'answered', 'no_way'))
);
create index help_call_by_time on help_call (at desc);

-- The secret under which the phone system that the shop kept tells us of its calls. There is one.
create table pbx_key (
  only_one   boolean     primary key default true,
  token_hash bytea       not null,
  made_at    timestamptz not null,
  made_by    uuid        not null references agent,
  heard_at   timestamptz,
  constraint pbx_key_is_one check (only_one)
);

-- A call by its name there. What comes before we know of the call waits here, for events overtake each other.
create table pbx_call (
  name        text        primary key,
  call        uuid        references call,
  answered_by text,
  answered_at timestamptz,
  ended_at    timestamptz,
  heard_at    timestamptz not null,
  constraint pbx_call_name_short check (length(name) <= 200)
);
create index pbx_call_by_time on pbx_call (heard_at);
