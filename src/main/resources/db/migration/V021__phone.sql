-- The plan for whoever rings: who picks up, in which order, and what happens when nobody can. It is read and written whole.
create table front_door (
  id         uuid        primary key,
  name       text        not null unique,
  plan       jsonb       not null,
  changed_at timestamptz not null,
  changed_by uuid        references agent,
  constraint front_door_has_a_name check (name ~ '\S')
);

-- A provider that carries calls to and from the world. Its password has to be said again, so it is sealed, not hashed.
create table trunk (
  id         uuid        primary key,
  name       text        not null unique,
  host       text        not null,
  port       int         not null,
  transport  text        not null,
  user_name  text,
  password   bytea,
  registers  boolean     not null,
  priority   int         not null,
  channels   int         not null,
  made_at    timestamptz not null,
  constraint trunk_transport_known check (transport in ('udp', 'tcp', 'tls')),
  constraint trunk_registers_as_somebody check (not registers or user_name is not null),
  constraint trunk_user_has_a_password check ((user_name is null) = (password is null)),
  constraint trunk_channels_some check (channels > 0)
);

-- A number that people dial, and the door it leads to.
create table line (
  id         uuid        primary key,
  number     text        not null unique,
  name       text        not null,
  front_door uuid        not null references front_door,
  made_at    timestamptz not null,
  constraint line_number_is_e164 check (number ~ '^\+[1-9][0-9]{6,14}$')
);

-- A telephone of somebody of the team. Its secret is kept as what digest compares (RFC 7616, 3.4.2), sealed.
create table phone (
  id         uuid        primary key,
  agent      uuid        not null references agent,
  name       text        not null,
  user_name  text        not null unique,
  md5        bytea       not null,
  sha256     bytea       not null,
  made_at    timestamptz not null,
  removed_at timestamptz
);
create index phone_of_agent on phone (agent) where removed_at is null;

-- One attempt to reach somebody by telephone, written before anybody's phone rings. `number` is theirs, none when withheld.
create table call (
  id           uuid        primary key,
  direction    text        not null,
  line         uuid        references line,
  number       text,
  sureness     text        not null,
  customer     uuid        not null references customer,
  conversation uuid        not null references conversation,
  contact      uuid        not null references contact,
  agent        uuid        references agent,
  began_at     timestamptz not null,
  rang_at      timestamptz,
  answered_at  timestamptz,
  talked_at    timestamptz,
  ended_at     timestamptz,
  outcome      text,
  recording    text,
  promise      uuid        references promise,
  constraint call_direction_known check (direction in ('inbound', 'outbound')),
  constraint call_sureness_known check (sureness in ('UNKNOWN', 'RECOGNISED', 'ATTESTED', 'VERIFIED')),
  constraint call_outcome_known check (outcome in ('talked', 'missed', 'closed', 'voicemail', 'dropped', 'not_reached')),
  constraint call_ends_one_way check ((ended_at is null) = (outcome is null)),
  constraint call_talked_with_somebody check ((talked_at is null) = (agent is null))
);
create index call_live on call (began_at) where ended_at is null;
create index call_of_conversation on call (conversation, began_at);
create index call_by_time on call (began_at desc, id desc);

-- Law 1: an inbound call that nobody took ends with a promise.
create function call_does_not_vanish() returns trigger language plpgsql as $$
begin
  if new.direction = 'inbound' and new.ended_at is not null and new.talked_at is null and new.promise is null then
    raise exception 'A call that nobody took ends with a promise.' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'UPDATE' and old.ended_at is not null and (new.ended_at, new.outcome) is distinct from (old.ended_at, old.outcome) then
    raise exception 'How a call ended is written once.' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger call_does_not_vanish before insert or update on call for each row execute function call_does_not_vanish();
