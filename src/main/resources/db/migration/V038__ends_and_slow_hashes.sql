-- A recovery code lies under a slow hash.
alter table recovery_code drop constraint recovery_code_pkey;
alter table recovery_code rename column hash to quick_hash;
alter table recovery_code alter column quick_hash drop not null;
alter table recovery_code add column hash text;
alter table recovery_code add constraint recovery_code_has_one_hash check (num_nonnulls(hash, quick_hash) = 1);
create index recovery_code_of_agent on recovery_code (agent);
