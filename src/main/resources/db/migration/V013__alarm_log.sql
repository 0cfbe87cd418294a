-- The alarm that Kept fires at itself once a day, end to end, and what became of it.
create table alarm_check (
  id        uuid        primary key,
  at        timestamptz not null unique,
  fired_at  timestamptz,
  desk_at   timestamptz,
  judged_at timestamptz,
  trouble   text,
  constraint alarm_check_trouble_is_judged check (trouble is null or judged_at is not null)
);
create table alarm_check_told (
  alarm_check uuid not null references alarm_check,
  channel     text not null,
  delivery    uuid not null references delivery,
  primary key (alarm_check, delivery)
);

-- The owner's alarm log, the latest first.
create index alarm_by_firing on alarm (fired_at desc, id desc) where fired_at is not null;
