package kept.recaps;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import kept.conversations.ConversationId;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.Rows;
import kept.platform.Secrets;
import kept.team.AgentId;

/// The links to customers' pages. Only a token's hash is stored, so each message that carries a
/// link has one of its own, made when it is sent. Threads may share this object.
public final class PageLinks {
  static final Duration LIFE = Duration.ofDays(90);

  private final Database database;
  private final Events events;
  private final Secrets secrets;
  private final InstantSource clock;

  public PageLinks(Database database, Events events, Secrets secrets, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.secrets = secrets;
    this.clock = clock;
  }

  /// A fresh token that opens this conversation's page for 90 days, for a mail to this address.
  public String mint(ConversationId conversation, String sentTo) {
    return mint(secrets.freshToken(), conversation, sentTo);
  }

  /// The same with a shorter token, for a text to this number.
  public String mintShort(ConversationId conversation, String sentTo) {
    return mint(secrets.freshShortToken(), conversation, sentTo);
  }

  private String mint(String token, ConversationId conversation, String sentTo) {
    database.useTransaction(tx -> tx.createUpdate("""
                    insert into page_link (id, token_hash, conversation, sent_to, created_at, expires_at)
                    values (:id, :hash, :conversation, :sentTo, :now, :expires)
                    """)
        .bind("id", PageLinkId.next())
        .bind("hash", secrets.hash(token))
        .bind("conversation", conversation)
        .bind("sentTo", sentTo)
        .bind("now", clock.instant())
        .bind("expires", clock.instant().plus(LIFE))
        .execute());
    return token;
  }

  /// The link of a token, also one that opens nothing any more.
  public Optional<PageLink> find(String token) {
    return database.read(tx -> tx.createQuery("select * from page_link where token_hash = :hash")
        .bind("hash", secrets.hash(token))
        .map((row, context) -> new PageLink(
            Rows.id(row, "id", PageLinkId::new),
            Rows.id(row, "conversation", ConversationId::new),
            row.getString("sent_to"),
            Rows.time(row, "created_at"),
            Rows.time(row, "expires_at"),
            Rows.instant(row, "revoked_at")))
        .findOne());
  }

  /// Somebody, or their mail scanner, looked at the page. Only the first look is a fact.
  public void opened(PageLink link) {
    database.useTransaction(tx -> {
      var first = tx.createUpdate(
              "update page_link set opened_at = :now where id = :id and opened_at is null")
          .bind("id", link.id())
          .bind("now", clock.instant())
          .execute();
      if (first == 1) events.publish(null, new PageOpened(link.conversation(), link.id()));
    });
  }

  /// No link that was ever sent opens this conversation's page any more.
  public void revokeAll(AgentId by, ConversationId conversation) {
    database.useTransaction(tx -> {
      tx.createUpdate("""
                  update page_link set revoked_at = :now
                   where conversation = :conversation and revoked_at is null
                  """)
          .bind("conversation", conversation)
          .bind("now", clock.instant())
          .execute();
      events.publish(by, new PageLinksRevoked(conversation));
    });
  }

  /// For the clean-up job: links that opened nothing for as long as they lived once more.
  public int forgetOld() {
    Instant limit = clock.instant().minus(LIFE);
    return database.inTransaction(
        tx -> tx.createUpdate("delete from page_link where expires_at < :limit")
            .bind("limit", limit)
            .execute());
  }
}
