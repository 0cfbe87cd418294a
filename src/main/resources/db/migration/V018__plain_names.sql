-- The words of a name without accents and capitals, so that "Tomas" finds Tomás; `PlainName` does the same to what was typed.
create function plain_name(name text) returns text[]
  language sql immutable strict parallel safe
  return regexp_split_to_array(
      regexp_replace(normalize(lower(name), nfd), '[\u0300-\u036f''’‘`]', '', 'g'), '[\s,.()&/-]+');

-- Whom words name: "call Rosa about the quote".
create index customer_by_plain_name on customer using gin (plain_name(name)) where merged_into is null;
