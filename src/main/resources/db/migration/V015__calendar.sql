-- The secret link under which a calendar reads one agent's promises; a new one takes the old one's place.
create table calendar_link (
  agent      uuid        primary key references agent,
  token_hash bytea       not null unique,
  created_at timestamptz not null,
  read_at    timestamptz
);
