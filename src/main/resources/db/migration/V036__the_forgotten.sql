-- What is refused because somebody was forgotten is refused in words (KP422): whoever tried reads the sentence.
create or replace function forgotten_stays_forgotten() returns trigger language plpgsql as $$
begin
  perform 1 from conversation where id = new.conversation for key share;
  if exists (select 1
               from conversation
               join customer on customer.id = conversation.customer
              where conversation.id = new.conversation and customer.forgotten_at is not null) then
    raise exception 'They were forgotten. Nothing more is written, promised or said to them.' using errcode = 'KP422';
  end if;
  return new;
end $$;

create or replace function forgotten_has_no_new_matter() returns trigger language plpgsql as $$
begin
  perform 1 from customer where id = new.customer for share;
  if exists (select 1 from customer where id = new.customer and forgotten_at is not null) then
    raise exception 'They were forgotten. Nothing more is written, promised or said to them.' using errcode = 'KP422';
  end if;
  return new;
end $$;

-- A promise to them that was over comes back no more, and what their matters are called says nothing of them again.
create trigger promise_comes_back_to_nobody_forgotten before update of state on promise
  for each row when (old.state <> 'open' and new.state = 'open') execute function forgotten_has_no_new_matter();
create trigger conversation_is_not_named_again before update of matter on conversation
  for each row when (old.matter = 'Forgotten' and new.matter <> 'Forgotten') execute function forgotten_has_no_new_matter();

-- What shows that a promise was kept is somebody's words too.
create function forgotten_has_nothing_to_show() returns trigger language plpgsql as $$
begin
  perform 1 from promise join customer on customer.id = promise.customer where promise.id = new.promise for share of customer;
  if exists (select 1
               from promise
               join customer on customer.id = promise.customer
              where promise.id = new.promise and customer.forgotten_at is not null) then
    raise exception 'They were forgotten. Nothing more is written, promised or said to them.' using errcode = 'KP422';
  end if;
  return new;
end $$;
create trigger proof_is_not_of_somebody_forgotten before insert on promise_proof
  for each row execute function forgotten_has_nothing_to_show();
