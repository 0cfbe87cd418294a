-- A session ends ninety days after somebody came in, however much it is used; a recovery code lies under a slow hash.
update session
   set ends_at = created_at + interval '2160 hours', expires_at = least(expires_at, created_at + interval '2160 hours')
 where ends_at is null;
alter table session alter column ends_at set not null;

alter table recovery_code drop constraint recovery_code_pkey;
alter table recovery_code rename column hash to quick_hash;
alter table recovery_code alter column quick_hash drop not null;
alter table recovery_code add column hash text;
alter table recovery_code add constraint recovery_code_has_one_hash check (num_nonnulls(hash, quick_hash) = 1);
create index recovery_code_of_agent on recovery_code (agent);
