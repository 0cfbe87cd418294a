-- The people we serve, how they reach us, and what we already know of them.
create table customer (
  id           uuid        primary key,
  name         text        not null,
  organisation text,
  since        timestamptz not null,
  sample       boolean     not null default false,
  merged_into  uuid        references customer,
  constraint customer_not_merged_into_itself check (merged_into <> id)
);
create index customer_by_name on customer using gin (lower(name) gin_trgm_ops);

create table identity (
  id           uuid        primary key,
  customer     uuid        not null references customer,
  kind         text        not null,
  value        text        not null,
  source       text        not null,
  level        text        not null,
  verified_at  timestamptz,
  created_at   timestamptz not null,
  last_used_at timestamptz not null,
  constraint identity_kind_known check (kind in ('EMAIL', 'PHONE', 'WEB', 'EXTERNAL')),
  constraint identity_level_known check (level in ('UNKNOWN', 'RECOGNISED', 'ATTESTED', 'VERIFIED')),
  constraint identity_belongs_to_one unique (kind, value)
);
create index identity_of_customer on identity (customer);
create index identity_by_value on identity using gin (value gin_trgm_ops);

-- What the customer gave us once and is never asked for again.
create table fact (
  id         uuid        primary key,
  customer   uuid        not null references customer,
  label      text        not null,
  value      text        not null,
  created_at timestamptz not null,
  created_by uuid        references agent,
  constraint fact_label_said check (label ~ '\S'),
  constraint fact_once unique (customer, label)
);

create table possession (
  id         uuid        primary key,
  customer   uuid        not null references customer,
  name       text        not null,
  kind       text        not null,
  condition  text        not null default '',
  bought_at  timestamptz not null
);
create index possession_of_customer on possession (customer, bought_at desc);
