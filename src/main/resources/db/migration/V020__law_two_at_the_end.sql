-- Law 2 is asked of a promise as it stands when the transaction ends, not of each state on the way: who stands in may leave.
create or replace function keeper_is_on_the_team() returns trigger language plpgsql as $$
declare
  kept promise;
begin
  if tg_table_name = 'agent' then
    if new.left_at is not null and exists (select 1 from promise where keeper = new.id and state = 'open') then
      raise exception 'Who leaves hands over every open promise first.' using errcode = 'restrict_violation';
    end if;
    if new.left_at is not null and exists (select 1 from promise where second = new.id and state = 'open') then
      raise exception 'Who leaves is nobody''s second any more.' using errcode = 'restrict_violation';
    end if;
    return null;
  end if;
  select * into kept from promise where id = new.id;
  if kept.state is distinct from 'open' then
    return null;
  end if;
  if exists (select 1 from agent where id = kept.keeper and left_at is not null for share) then
    raise exception 'The keeper of an open promise is on the team.' using errcode = 'restrict_violation';
  elsif exists (select 1 from agent where id = kept.second and left_at is not null for share) then
    raise exception 'The second of an open promise is on the team.' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
