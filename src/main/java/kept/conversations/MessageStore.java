package kept.conversations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kept.platform.Rows;
import kept.team.AgentId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// All SQL of `message`, `contact` and `attachment`.
final class MessageStore {
  ContactId insertContact(
      Handle tx, ConversationId conversation, Channel channel, Direction direction, Instant at) {
    var id = ContactId.next();
    tx.createUpdate("""
            insert into contact (id, conversation, channel, direction, at)
            values (:id, :conversation, :channel, :direction, :at)
            """)
        .bind("id", id)
        .bind("conversation", conversation)
        .bind("channel", channel.word())
        .bind("direction", direction.word())
        .bind("at", at)
        .execute();
    return id;
  }

  void lasted(Handle tx, ContactId id, Duration duration) {
    tx.createUpdate("update contact set seconds = :seconds where id = :id")
        .bind("id", id)
        .bind("seconds", duration.toSeconds())
        .execute();
  }

  void insert(Handle tx, Message message, @Nullable ContactId contact) {
    tx.createUpdate("""
            insert into message (id, conversation, contact, direction, channel, author, sender, at, words, quoted, html)
            values (:id, :conversation, :contact, :direction, :channel, :author, :sender, :at, :words, :quoted, :html)
            """)
        .bind("id", message.id())
        .bind("conversation", message.conversation())
        .bind("contact", contact)
        .bind("direction", message.direction().word())
        .bind("channel", message.channel().word())
        .bind("author", message.author())
        .bind("sender", message.sender())
        .bind("at", message.at())
        .bind("words", message.words())
        .bind("quoted", message.quoted())
        .bind("html", message.html())
        .execute();
  }

  void attach(Handle tx, MessageId message, List<Draft.NewFile> files) {
    for (int i = 0; i < files.size(); i++) {
      var file = files.get(i);
      tx.createUpdate("""
              insert into attachment (id, message, blob, name, type, content_id, size, position)
              values (:id, :message, :blob, :name, :type, :contentId, :size, :position)
              """)
          .bind("id", AttachmentId.next())
          .bind("message", message)
          .bind("blob", file.blob())
          .bind("name", file.name())
          .bind("type", file.type())
          .bind("contentId", file.contentId())
          .bind("size", file.size())
          .bind("position", i)
          .execute();
    }
  }

  /// It is tried again by this way.
  void goesBy(Handle tx, MessageId id, Channel channel) {
    tx.createUpdate("update message set channel = :channel where id = :id")
        .bind("id", id)
        .bind("channel", channel.word())
        .execute();
  }

  Optional<Message> message(Handle tx, MessageId id) {
    return tx.createQuery("select * from message where id = :id")
        .bind("id", id)
        .map((row, context) -> message(row))
        .findOne();
  }

  List<Message> in(Handle tx, ConversationId id, int limit) {
    return tx.createQuery("""
            select *
              from (select * from message where conversation = :id order by at desc, id desc limit :limit) last
             order by at, id
            """)
        .bind("id", id)
        .bind("limit", limit)
        .map((row, context) -> message(row))
        .list();
  }

  Optional<MessageId> lastFromThem(Handle tx, ConversationId id) {
    return tx.createQuery("""
            select id from message
             where conversation = :id and direction = 'inbound'
             order by at desc, id desc
             limit 1
            """)
        .bind("id", id)
        .map((row, context) -> Rows.id(row, "id", MessageId::new))
        .findOne();
  }

  List<Attachment> attachmentsOf(Handle tx, Collection<MessageId> messages) {
    return tx.createQuery(
            "select * from attachment where message = any(:messages) order by message, position")
        .bindArray(
            "messages", UUID.class, messages.stream().map(MessageId::value).toList())
        .map((row, context) -> attachment(row))
        .list();
  }

  Optional<Attachment> attachment(Handle tx, AttachmentId id) {
    return tx.createQuery("select * from attachment where id = :id")
        .bind("id", id)
        .map((row, context) -> attachment(row))
        .findOne();
  }

  static Message message(ResultSet row) throws SQLException {
    return new Message(
        Rows.id(row, "id", MessageId::new),
        Rows.id(row, "conversation", ConversationId::new),
        Direction.of(row.getString("direction")),
        Channel.of(row.getString("channel")),
        Rows.idOrNull(row, "author", AgentId::new),
        row.getString("sender"),
        Rows.time(row, "at"),
        row.getString("words"),
        row.getString("quoted"),
        row.getString("html"));
  }

  private static Attachment attachment(ResultSet row) throws SQLException {
    return new Attachment(
        Rows.id(row, "id", AttachmentId::new),
        Rows.id(row, "message", MessageId::new),
        row.getString("blob"),
        row.getString("name"),
        row.getString("type"),
        row.getString("content_id"),
        row.getLong("size"));
  }
}
