-- The phone that somebody of the team carries, and whether the shop's calls ring it too.
alter table agent
  add column mobile       text,
  add column rings_mobile boolean not null default false,
  add constraint agent_mobile_is_e164 check (mobile ~ '^\+[1-9][0-9]{6,14}$'),
  add constraint agent_rings_a_mobile check (not rings_mobile or mobile is not null);
