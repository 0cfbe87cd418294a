-- How long before a promise is due its people hear, and how soon a caller whom nobody took is rung back. Without a row it is as usual.
create table promise_rule (
  only_one          boolean     primary key default true,
  lead_minutes      int         not null,
  owner_minutes     int         not null,
  ring_back_minutes int         not null,
  changed_at        timestamptz not null,
  constraint promise_rule_is_one check (only_one),
  constraint promise_rule_lead_is_of_use check (lead_minutes between 5 and 120),
  constraint promise_rule_owner_is_of_use check (owner_minutes between 5 and 30),
  constraint promise_rule_owner_hears_after_the_keeper check (owner_minutes < lead_minutes),
  constraint promise_rule_ring_back_is_of_use check (ring_back_minutes between 15 and 240)
);
