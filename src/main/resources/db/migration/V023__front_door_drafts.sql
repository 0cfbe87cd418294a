-- A front door is changed as a draft that callers do not meet; doors it was before can be gone back to; nuisance callers ring nobody.
alter table front_door
  add column draft      jsonb,
  add column drafted_at timestamptz,
  add column drafted_by uuid references agent,
  add constraint front_door_draft_has_a_time check ((draft is null) = (drafted_at is null));

-- What a front door was until something else was put in force.
create table front_door_past (
  id         uuid        primary key,
  front_door uuid        not null references front_door,
  plan       jsonb       not null,
  began_at   timestamptz not null,
  ended_at   timestamptz not null,
  ended_by   uuid        references agent,
  constraint front_door_past_ends_after_it_began check (ended_at >= began_at)
);
create index front_door_past_latest on front_door_past (front_door, ended_at desc);

-- Numbers whose calls nobody's phone rings for.
create table nuisance (
  number   text        primary key,
  note     text        not null,
  added_by uuid        references agent,
  added_at timestamptz not null,
  constraint nuisance_number_is_e164 check (number ~ '^\+[1-9][0-9]{6,14}$')
);
