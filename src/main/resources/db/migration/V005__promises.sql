-- What we told a customer we would do, by when, and who answers for it. Law 2 stands here as well as in the code.
create table promise (
  id             uuid        primary key,
  conversation   uuid        not null references conversation,
  customer       uuid        not null references customer,
  what           text        not null,
  kind           text        not null,
  keeper         uuid        not null references agent,
  second         uuid        references agent,
  made_by        uuid        not null references agent,
  made_at        timestamptz not null,
  made_on        text        not null,
  due_at         timestamptz not null,
  state          text        not null default 'open',
  ended_at       timestamptz,
  ended_by       uuid        references agent,
  release_reason text,
  broken_at      timestamptz,
  at_risk_since  timestamptz,
  risk_reason    text,
  constraint promise_what_said check (what ~ '\S'),
  constraint promise_kind_known check (kind in ('callback', 'refund', 'replacement', 'shipment', 'information', 'fix', 'visit', 'escalation', 'other')),
  constraint promise_second_is_another check (second <> keeper),
  constraint promise_due_after_made check (due_at > made_at),
  constraint promise_state_known check (state in ('open', 'kept', 'released')),
  constraint promise_ended_at_a_time check ((state = 'open') = (ended_at is null)),
  constraint promise_released_with_a_reason check ((state = 'released') = (release_reason is not null) and release_reason ~ '\S'),
  constraint promise_risk_has_a_reason check ((at_risk_since is null) = (risk_reason is null))
);
create index promise_open_by_due on promise (due_at, id) where state = 'open';
create index promise_open_by_keeper on promise (keeper, due_at) where state = 'open';
-- What was kept lately, counted without reading the rows.
create index promise_kept_by_time on promise (ended_at) include (broken_at) where state = 'kept';
create index promise_broken_by_time on promise (broken_at) where broken_at is not null;
create index promise_open_by_words on promise using gin (lower(what) gin_trgm_ops) where state = 'open';
create index promise_of_conversation on promise (conversation, made_at);
create index promise_of_customer on promise (customer, made_at desc);
create index promise_by_making on promise (made_at desc, id desc);

-- A new time exists only because the customer was told it, in these words.
create table promise_new_time (
  id        uuid        primary key,
  promise   uuid        not null references promise,
  from_due  timestamptz not null,
  to_due    timestamptz not null,
  agreed_at timestamptz not null,
  agreed_by uuid        not null references agent,
  told_in   uuid        not null references message,
  constraint promise_new_time_is_ahead check (to_due > agreed_at)
);
create index promise_new_time_of_promise on promise_new_time (promise, agreed_at);

create function promise_is_true_to_law_2() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'A promise is never deleted.' using errcode = 'restrict_violation';
  end if;
  if old.state <> 'open' and (new.state, new.ended_at, new.due_at, new.release_reason) is distinct from (old.state, old.ended_at, old.due_at, old.release_reason) then
    raise exception 'An ending is final.' using errcode = 'restrict_violation';
  end if;
  if old.broken_at is not null and new.broken_at is distinct from old.broken_at then
    raise exception 'That a promise was broken is written once.' using errcode = 'restrict_violation';
  end if;
  if (new.made_at, new.customer) is distinct from (old.made_at, old.customer) and new.made_at is distinct from old.made_at then
    raise exception 'When a promise was made does not change.' using errcode = 'restrict_violation';
  end if;
  if new.due_at is distinct from old.due_at and not exists (
       select 1 from promise_new_time t where t.promise = new.id and t.from_due = old.due_at and t.to_due = new.due_at) then
    raise exception 'A due time moves only with the customer told.' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger promise_is_true_to_law_2 before update or delete on promise for each row execute function promise_is_true_to_law_2();

-- Nobody who left keeps a promise, whichever of the two came first.
create function keeper_is_on_the_team() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'agent' then
    if new.left_at is not null and exists (select 1 from promise where keeper = new.id and state = 'open') then
      raise exception 'Who leaves hands over every open promise first.' using errcode = 'restrict_violation';
    end if;
  elsif new.state = 'open' and exists (select 1 from agent where id = new.keeper and left_at is not null for share) then
    raise exception 'The keeper of an open promise is on the team.' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create constraint trigger keeper_is_on_the_team after insert or update on promise
  deferrable initially deferred for each row execute function keeper_is_on_the_team();
create constraint trigger agent_leaves_no_promise_behind after update of left_at on agent
  deferrable initially deferred for each row execute function keeper_is_on_the_team();

-- Each step of the ladder at an absolute time. A change of due time or keeper cancels the unfired ones and sets new ones.
create table alarm (
  id           uuid        primary key,
  promise      uuid        not null references promise,
  step         text        not null,
  at           timestamptz not null,
  fired_at     timestamptz,
  cancelled_at timestamptz,
  taken_by     uuid        references agent,
  taken_at     timestamptz,
  constraint alarm_step_known check (step in ('nudge', 'second', 'everyone', 'owner', 'broken')),
  constraint alarm_taken_by_someone check ((taken_by is null) = (taken_at is null)),
  constraint alarm_fires_or_is_cancelled check (num_nonnulls(fired_at, cancelled_at) <= 1)
);
create index alarm_next on alarm (at) where fired_at is null and cancelled_at is null;
create unique index alarm_step_set_once on alarm (promise, step, at) where fired_at is null and cancelled_at is null;
create index alarm_of_promise on alarm (promise, at);

create table alarm_told (
  id           uuid        primary key,
  alarm        uuid        not null references alarm,
  agent        uuid        not null references agent,
  channel      text        not null,
  delivery     uuid        references delivery,
  sent_at      timestamptz not null,
  delivered_at timestamptz,
  seen_at      timestamptz,
  constraint alarm_told_channel_known check (channel in ('desk', 'mail')),
  constraint alarm_told_once unique (alarm, agent, channel)
);
create index alarm_told_unseen on alarm_told (agent, sent_at) where seen_at is null and channel = 'desk';
