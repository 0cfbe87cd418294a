-- Words that somebody said are no promise: Kept does not offer them again.
create table not_a_promise (
  words_hash bytea       primary key,
  said_by    uuid        not null references agent,
  said_at    timestamptz not null,
  constraint not_a_promise_is_a_sha256 check (octet_length(words_hash) = 32)
);
