package kept.email;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kept.conversations.ConversationId;
import kept.conversations.MessageId;
import kept.platform.Rows;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// All SQL of `inbound_mail` and `mail_thread`.
final class InboundMailStore {
  /// The same bytes are one letter, however often a server delivers them.
  void insert(Handle tx, InboundMail mail, String client) {
    tx.createUpdate("""
            with accepted as (
                 insert into inbound_mail (id, blob, sender, recipients, client, received_at)
                 values (:id, :blob, :sender, :recipients, :client, :receivedAt)
                     on conflict (blob) do nothing)
            select pg_notify('kept_mail', '')
            """)
        .bind("id", mail.id())
        .bind("blob", mail.blob())
        .bind("sender", mail.sender())
        .bindArray("recipients", String.class, mail.recipients())
        .bind("client", client)
        .bind("receivedAt", mail.receivedAt())
        .execute();
  }

  /// The oldest unread letters; those that another process reads are passed by.
  List<InboundMail> claim(Handle tx, int limit, Collection<InboundMail.InboundMailId> butNot) {
    return tx.createQuery("""
            select id, blob, sender, recipients, received_at
              from inbound_mail
             where processed_at is null and id <> all(:butNot)
             order by received_at
             limit :limit
               for update skip locked
            """)
        .bind("limit", limit)
        .bindArray(
            "butNot",
            UUID.class,
            butNot.stream().map(InboundMail.InboundMailId::value).toList())
        .map((row, context) -> new InboundMail(
            Rows.id(row, "id", InboundMail.InboundMailId::new),
            row.getString("blob"),
            row.getString("sender"),
            Arrays.asList((String[]) row.getArray("recipients").getArray()),
            Rows.time(row, "received_at")))
        .list();
  }

  void processed(
      Handle tx,
      InboundMail mail,
      @Nullable MessageId message,
      @Nullable String trouble,
      Instant now) {
    tx.createUpdate("""
            update inbound_mail
               set processed_at = :now, message = :message, trouble = :trouble
             where id = :id
            """)
        .bind("id", mail.id())
        .bind("message", message)
        .bind("trouble", trouble)
        .bind("now", now)
        .execute();
  }

  /// A letter of this thread, ours or theirs.
  record Threaded(
      String messageId,
      ConversationId conversation,
      @Nullable MessageId message,
      String subject) {}

  void thread(Handle tx, Threaded letter, Instant at) {
    tx.createUpdate("""
            insert into mail_thread (message_id, conversation, message, subject, at)
            values (:messageId, :conversation, :message, :subject, :at)
                on conflict (message_id) do nothing
            """)
        .bind("messageId", letter.messageId())
        .bind("conversation", letter.conversation())
        .bind("message", letter.message())
        .bind("subject", letter.subject())
        .bind("at", at)
        .execute();
  }

  /// The latest letter that one of these ids names.
  Optional<Threaded> named(Handle tx, Collection<String> messageIds) {
    if (messageIds.isEmpty()) return Optional.empty();
    return tx.createQuery("""
            select message_id, conversation, message, subject
              from mail_thread
             where message_id = any(:ids)
             order by at desc
             limit 1
            """)
        .bindArray("ids", String.class, messageIds)
        .map((row, context) -> threaded(row))
        .findOne();
  }

  /// The last letters of a conversation, the latest first.
  List<Threaded> last(Handle tx, ConversationId conversation, int limit) {
    return tx.createQuery("""
            select message_id, conversation, message, subject
              from mail_thread
             where conversation = :conversation
             order by at desc
             limit :limit
            """)
        .bind("conversation", conversation)
        .bind("limit", limit)
        .map((row, context) -> threaded(row))
        .list();
  }

  private static Threaded threaded(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Threaded(
        row.getString("message_id"),
        Rows.id(row, "conversation", ConversationId::new),
        Rows.idOrNull(row, "message", MessageId::new),
        row.getString("subject"));
  }
}
