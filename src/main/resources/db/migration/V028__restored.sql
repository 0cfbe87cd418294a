-- The log is read in order of transactions, and a restored shop lives on a server that counts its own: so their numbers can be moved
-- behind those that came with the backup. A restore of an earlier version has made the two already, with the distance in them.
do $$ begin
  if to_regproc('log_xid') is null then
    create function log_xid() returns xid8 language sql volatile as 'select pg_current_xact_id()';
    create function log_xmin() returns xid8 language sql stable as 'select pg_snapshot_xmin(pg_current_snapshot())';
  end if;
end $$;
alter table event alter column xid set default log_xid();
