-- Where a customer asked to be rung for one promised call; it proves nothing about whose number that is.
create table ring_at (
  promise  uuid        primary key references promise,
  number   text        not null,
  asked_at timestamptz not null,
  constraint ring_at_number_is_e164 check (number ~ '^\+[1-9][0-9]{4,14}$')
);
