/// Hears promises in words: a reply being written, a note, a mail.
///
/// Owns no table, publishes nothing, does no I/O but read its own word lists. Uses: team (opening
/// hours). The door is `Hearing`; what it says of a text depends on that text, the turn before it
/// and the shop's clock, and on nothing else.
@org.jspecify.annotations.NullMarked
package kept.promises.hearing;
