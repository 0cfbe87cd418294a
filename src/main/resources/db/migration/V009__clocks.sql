-- Hours with holidays and days of their own, who is away and who stands in, and alarms that know the run they belong to.
alter table business add column holidays text not null default '';

-- A day unlike its weekday. Without a span the shop is closed.
create table special_day (
  day  date primary key,
  name text not null,
  constraint special_day_name_said check (name ~ '\S')
);
create table special_span (
  day    date not null references special_day on delete cascade,
  opens  time not null,
  closes time not null,
  primary key (day, opens),
  constraint special_span_closes_after_it_opens check (closes > opens)
);

-- When one of the team works, where that is not when the shop is open.
create table shift (
  agent   uuid     not null references agent,
  weekday smallint not null,
  opens   time     not null,
  closes  time     not null,
  primary key (agent, weekday, opens),
  constraint shift_weekday_iso check (weekday between 1 and 7),
  constraint shift_closes_after_it_opens check (closes > opens)
);

-- One of the team is away, in a job or driving. Without an end nobody knows yet when they are back.
create table absence (
  id         uuid        primary key,
  agent      uuid        not null references agent,
  kind       text        not null,
  starts_at  timestamptz not null,
  ends_at    timestamptz,
  made_by    uuid        not null references agent,
  made_at    timestamptz not null,
  constraint absence_kind_known check (kind in ('away', 'job', 'driving')),
  constraint absence_ends_after_it_starts check (ends_at > starts_at)
);
create index absence_by_end on absence (ends_at);

-- From when to when an agent's own things stay silent, in the shop's zone; over midnight when it ends before it starts.
create table quiet_hours (
  agent  uuid primary key references agent,
  starts time not null,
  ends   time not null,
  constraint quiet_hours_last check (starts <> ends)
);

-- The tick on the string, worked out with the ladder; who it returns to when they are back; whether Kept saw the risk itself.
alter table promise
  add column nudge_at timestamptz,
  add column stands_in_for uuid references agent,
  add column risk_seen boolean not null default false;
update promise set nudge_at = due_at - least(greatest((due_at - made_at) / 4, least(interval '15 minutes', (due_at - made_at) / 2)), interval '2 hours');
alter table promise
  alter column nudge_at set not null,
  add constraint promise_stands_in_for_another check (stands_in_for <> keeper),
  add constraint promise_seen_risk_is_a_risk check (not risk_seen or at_risk_since is not null);
create index promise_to_come_back on promise (stands_in_for) where state = 'open' and stands_in_for is not null;

-- A run begins when the promise is made and anew with each new time; within it each step fires once for each cause.
alter table alarm
  add column cause text not null default 'clock',
  add column run_from timestamptz;
update alarm a set run_from = coalesce(
  (select max(t.agreed_at) from promise_new_time t where t.promise = a.promise and t.agreed_at <= a.at),
  (select p.made_at from promise p where p.id = a.promise));
alter table alarm
  alter column run_from set not null,
  alter column cause drop default,
  add constraint alarm_cause_known check (cause in ('clock', 'opening', 'handed_over', 'again'));
drop index alarm_step_set_once;
create unique index alarm_step_set_once on alarm (promise, step, cause) where fired_at is null and cancelled_at is null;

-- One telling may go to several devices, and may be held until the quiet hours are over.
alter table alarm_told
  drop constraint alarm_told_channel_known,
  drop constraint alarm_told_once,
  add column held_until timestamptz,
  add constraint alarm_told_once unique nulls not distinct (alarm, agent, channel, delivery),
  add constraint alarm_told_channel_said check (channel ~ '^[a-z]+$');
