-- The second of an open promise is on the team too, and who was chosen as second is there again when its keeper comes back.
alter table promise
  add column second_on_return uuid references agent,
  add constraint promise_returns_with_a_second check (second_on_return is null or stands_in_for is not null);

update promise p set second = null
 where p.state = 'open' and exists (select 1 from agent a where a.id = p.second and a.left_at is not null);

create or replace function keeper_is_on_the_team() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'agent' then
    if new.left_at is not null and exists (select 1 from promise where keeper = new.id and state = 'open') then
      raise exception 'Who leaves hands over every open promise first.' using errcode = 'restrict_violation';
    end if;
    if new.left_at is not null and exists (select 1 from promise where second = new.id and state = 'open') then
      raise exception 'Who leaves is nobody''s second any more.' using errcode = 'restrict_violation';
    end if;
  elsif new.state = 'open' and exists (select 1 from agent where id = new.keeper and left_at is not null for share) then
    raise exception 'The keeper of an open promise is on the team.' using errcode = 'restrict_violation';
  elsif new.state = 'open' and exists (select 1 from agent where id = new.second and left_at is not null for share) then
    raise exception 'The second of an open promise is on the team.' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
