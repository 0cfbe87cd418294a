-- What was sent with a form's key, as a hash: the same once more is a second click, anything else would be lost silently.
alter table form_key add column content_hash bytea not null default '';
alter table form_key alter column content_hash drop default;
