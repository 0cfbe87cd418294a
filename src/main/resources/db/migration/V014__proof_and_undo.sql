-- What shows that a promise was kept: a reference, a photo. What was said to be kept can be taken back for ten minutes.
create table promise_proof (
  id        uuid        primary key,
  promise   uuid        not null references promise,
  words     text        not null,
  blob      text        references blob,
  file_name text,
  file_type text,
  file_size bigint,
  given_by  uuid        not null references agent,
  given_at  timestamptz not null,
  constraint promise_proof_shows_something check (words ~ '\S' or blob is not null),
  constraint promise_proof_file_is_whole check (num_nonnulls(blob, file_name, file_type, file_size) in (0, 4))
);
create index promise_proof_of_promise on promise_proof (promise, given_at);

create table promise_undone (
  id        uuid        primary key,
  promise   uuid        not null references promise,
  ended_at  timestamptz not null,
  undone_at timestamptz not null,
  undone_by uuid        not null references agent,
  constraint promise_undone_soon check (undone_at between ended_at and ended_at + interval '10 minutes'),
  constraint promise_undone_once unique (promise, ended_at)
);

create or replace function promise_is_true_to_law_2() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'A promise is never deleted.' using errcode = 'restrict_violation';
  end if;
  if old.state <> 'open' and (new.state, new.ended_at, new.due_at, new.release_reason) is distinct from (old.state, old.ended_at, old.due_at, old.release_reason)
     and not (new.state = 'open' and new.due_at = old.due_at and exists (
       select 1 from promise_undone u where u.promise = new.id and u.ended_at = old.ended_at)) then
    raise exception 'An ending is final.' using errcode = 'restrict_violation';
  end if;
  if old.broken_at is not null and new.broken_at is distinct from old.broken_at then
    raise exception 'That a promise was broken is written once.' using errcode = 'restrict_violation';
  end if;
  if new.made_at is distinct from old.made_at then
    raise exception 'When a promise was made does not change.' using errcode = 'restrict_violation';
  end if;
  if new.due_at is distinct from old.due_at and not exists (
       select 1 from promise_new_time t where t.promise = new.id and t.from_due = old.due_at and t.to_due = new.due_at) then
    raise exception 'A due time moves only with the customer told.' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
