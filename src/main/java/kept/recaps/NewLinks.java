package kept.recaps;

import java.util.Map;
import kept.conversations.Conversations;
import kept.customers.Customers;
import kept.customers.Identity;
import kept.customers.IdentityKind;
import kept.platform.Database;
import kept.platform.Deliveries;

/// New links for old ones: sent to the address that we hold, and shown to nobody.
///
/// Threads may share this object.
public final class NewLinks {
  /// The kind of [kept.platform.Delivery] that carries one; it is about the conversation.
  public static final String BY_MAIL = "link-by-mail";

  private final Database database;
  private final Conversations conversations;
  private final Customers customers;
  private final Deliveries deliveries;

  public NewLinks(
      Database database, Conversations conversations, Customers customers, Deliveries deliveries) {
    this.database = database;
    this.conversations = conversations;
    this.customers = customers;
    this.deliveries = deliveries;
  }

  /// Sends one, made when its letter or text goes out; without an address of theirs, nothing.
  public void send(PageLink old) {
    database.useTransaction(tx -> {
      var conversation = conversations.get(old.conversation());
      if (old.sentTo().startsWith("+")) {
        var body = Map.of("words", "Here is the new link you asked for:", "page", true);
        deliveries.queue(Deliveries.TEXT, old.sentTo(), conversation.id().value(), body);
        return;
      }
      customers
          .knowledgeOf(conversation.customer())
          .last(IdentityKind.EMAIL)
          .map(Identity::value)
          .ifPresent(
              address -> deliveries.queue(BY_MAIL, address, conversation.id().value(), Map.of()));
    });
  }
}
