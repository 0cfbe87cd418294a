-- What a call costs the caller, written when it happens; which promise a call out is about; when the line last had it.
alter table call
  add column seen_at         timestamptz,
  add column about           uuid references promise,
  add column queued_at       timestamptz,
  add column held_since      timestamptz,
  add column keys            int not null default 0,
  add column holds           int not null default 0,
  add column hold_seconds    int not null default 0,
  add column hand_overs      int not null default 0,
  add column warm_hand_overs int not null default 0,
  add column wrapped_up_at   timestamptz;
create index call_about_promise on call (about) where about is not null;

-- Everybody whose phone rang for a call, and how it went with them.
create table call_leg (
  id          uuid        primary key,
  call        uuid        not null references call,
  kind        text        not null,
  agent       uuid        references agent,
  rang_at     timestamptz not null,
  answered_at timestamptz,
  left_at     timestamptz,
  ending      text,
  constraint call_leg_kind_known check (kind in ('caller', 'phone', 'mobile', 'called')),
  constraint call_leg_of_ours_is_somebody check ((kind in ('phone', 'mobile')) = (agent is not null))
);
create index call_leg_of_call on call_leg (call, rang_at);

alter table effort drop constraint effort_kind_known;
alter table effort add constraint effort_kind_known
  check (kind in ('KEY', 'SECONDS_TO_A_PERSON', 'HOLD', 'HAND_OVER', 'WARM_HAND_OVER', 'REPEAT', 'REOPENED', 'DROP'));

-- A caller on the list of nuisances is written down and owed nothing (law 1 says so).
alter table call drop constraint call_outcome_known;
alter table call add constraint call_outcome_known
  check (outcome in ('talked', 'missed', 'closed', 'voicemail', 'nuisance', 'dropped', 'not_reached'));
create or replace function call_does_not_vanish() returns trigger language plpgsql as $$
begin
  if new.direction = 'inbound' and new.ended_at is not null and new.talked_at is null and new.promise is null
     and new.outcome <> 'nuisance' then
    raise exception 'A call that nobody took ends with a promise.' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'UPDATE' and old.ended_at is not null and (new.ended_at, new.outcome) is distinct from (old.ended_at, old.outcome) then
    raise exception 'How a call ended is written once.' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
