-- What a conversation is about is found by its words, as what was said in it is.
create index conversation_matter_word on conversation using gin (to_tsvector('simple', matter));
