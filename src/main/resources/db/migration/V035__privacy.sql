-- Who was forgotten, files that nobody needs any more, how long things are kept, and who did what that is sensitive.
alter table customer add column forgotten_at timestamptz;

-- A file that a row stopped naming; it leaves the disk as soon as no other row names it either.
alter table blob add column let_go_at timestamptz;
create index blob_let_go on blob (let_go_at) where let_go_at is not null;
create index attachment_by_blob on attachment (blob);
create index promise_proof_by_blob on promise_proof (blob) where blob is not null;
create index inbound_mail_of_message on inbound_mail (message);
create index inbound_mail_by_sender on inbound_mail (lower(sender));
create index inbound_mail_by_reading on inbound_mail (processed_at) where processed_at is not null;
create index call_by_recording on call (recording) where recording is not null;
create index call_of_customer on call (customer);

-- How long what nobody needs is kept; no number is for ever.
create table privacy_rule (
  only_one       boolean     primary key default true,
  raw_mail_days  int,
  people_years   int,
  changed_at     timestamptz not null,
  constraint privacy_rule_is_one check (only_one),
  constraint privacy_rule_some_days check (raw_mail_days > 0),
  constraint privacy_rule_some_years check (people_years > 0)
);

-- The page of what was done that is sensitive reads the latest of each kind.
create index event_by_kind on event (kind, seq);

-- Nothing is written about somebody who was forgotten: whoever writes at that moment waits for it, and is refused.
create function forgotten_stays_forgotten() returns trigger language plpgsql as $$
begin
  perform 1 from conversation where id = new.conversation for key share;
  if exists (select 1
               from conversation
               join customer on customer.id = conversation.customer
              where conversation.id = new.conversation and customer.forgotten_at is not null) then
    raise exception 'Nothing more is written about somebody who was forgotten.' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger message_is_not_of_somebody_forgotten before insert on message
  for each row execute function forgotten_stays_forgotten();
create trigger promise_is_not_to_somebody_forgotten before insert on promise
  for each row execute function forgotten_stays_forgotten();
create trigger call_is_not_with_somebody_forgotten before insert on call
  for each row execute function forgotten_stays_forgotten();

create function forgotten_has_no_new_matter() returns trigger language plpgsql as $$
begin
  perform 1 from customer where id = new.customer for share;
  if exists (select 1 from customer where id = new.customer and forgotten_at is not null) then
    raise exception 'Nothing more is written about somebody who was forgotten.' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger conversation_is_not_with_somebody_forgotten before insert on conversation
  for each row execute function forgotten_has_no_new_matter();

-- The reason of a release is somebody's words: it goes with whom it was about, and its being released stays.
create or replace function promise_is_true_to_law_2() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'A promise is never deleted.' using errcode = 'restrict_violation';
  end if;
  if old.state <> 'open' and (new.state, new.ended_at, new.due_at) is distinct from (old.state, old.ended_at, old.due_at)
     and not (new.state = 'open' and new.due_at = old.due_at and exists (
       select 1 from promise_undone u where u.promise = new.id and u.ended_at = old.ended_at)) then
    raise exception 'An ending is final.' using errcode = 'restrict_violation';
  end if;
  if old.state <> 'open' and new.state <> 'open' and new.release_reason is distinct from old.release_reason
     and not exists (select 1 from customer where id = new.customer and forgotten_at is not null) then
    raise exception 'An ending is final.' using errcode = 'restrict_violation';
  end if;
  if old.state <> 'open' and new.state = 'open'
     and exists (select 1 from customer where id = new.customer and forgotten_at is not null) then
    raise exception 'Nothing is owed to somebody who was forgotten.' using errcode = 'restrict_violation';
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
