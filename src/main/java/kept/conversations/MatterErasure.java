package kept.conversations;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import kept.customers.CustomerForgotten;
import kept.customers.CustomerId;
import kept.customers.Customers;
import kept.customers.IdentityKind;
import kept.platform.Blobs;
import kept.platform.Database;
import kept.platform.DeliveryErasure;
import kept.platform.Events;
import kept.platform.Rows;
import org.jdbi.v3.core.Handle;

/// Forgets what was said with somebody: in every matter of theirs all words, files and titles, and
/// in matters of others what they wrote. That a matter was, how long it took and what it cost
/// stays.
///
/// Hears of it in the transaction. Threads may share this object.
public final class MatterErasure {
  /// What a matter is called once its words are gone.
  static final String MATTER = "Forgotten";

  private final Events events;
  private final Customers customers;
  private final DeliveryErasure deliveries;
  private final Blobs blobs;

  public MatterErasure(
      Database database,
      Events events,
      Customers customers,
      DeliveryErasure deliveries,
      Blobs blobs) {
    this.events = events;
    this.customers = customers;
    this.deliveries = deliveries;
    this.blobs = blobs;
    events.within(
        CustomerForgotten.class,
        (by, forgotten) -> database.useTransaction(tx -> forget(tx, forgotten.customer())));
  }

  private void forget(Handle tx, CustomerId customer) {
    var matters = matters(tx, customer);
    var messages = messages(tx, matters, addresses(customer));
    deliveries.forget(matters);
    deliveries.forget(messages);
    blobs.letGo(detach(tx, messages));
    tx.createUpdate("""
            update message set words = '', quoted = null, html = null, sender = null where id = any(:messages)
            """).bindArray("messages", UUID.class, messages).execute();
    close(tx, matters);
  }

  private static List<UUID> matters(Handle tx, CustomerId customer) {
    return tx.createQuery("select id from conversation where customer = :customer")
        .bind("customer", customer)
        .mapTo(UUID.class)
        .list();
  }

  private List<String> addresses(CustomerId customer) {
    return customers.knowledgeOf(customer).identities().stream()
        .filter(identity -> identity.kind() == IdentityKind.EMAIL)
        .map(identity -> identity.value())
        .toList();
  }

  /// `sender` is written by whoever joined a matter that is not theirs, as "Luis
  /// <luis@example.com>".
  private static List<UUID> messages(Handle tx, List<UUID> matters, List<String> addresses) {
    return tx.createQuery("""
            select id from message where conversation = any(:matters)
             union
            select id from message
             where sender is not null
               and coalesce(substring(lower(sender) from '<([^<>]*)> *$'), lower(sender)) = any(:addresses)
            """)
        .bindArray("matters", UUID.class, matters)
        .bindArray("addresses", String.class, addresses)
        .mapTo(UUID.class)
        .list();
  }

  private static List<String> detach(Handle tx, List<UUID> messages) {
    return tx.createQuery("delete from attachment where message = any(:messages) returning blob")
        .bindArray("messages", UUID.class, messages)
        .mapTo(String.class)
        .list();
  }

  /// Nobody waits in them any more, and no letter finds them by the address that we gave.
  private void close(Handle tx, List<UUID> matters) {
    var open = tx.createQuery("""
            select id from conversation where id = any(:matters) and state in ('open', 'waiting')
            """)
        .bindArray("matters", UUID.class, matters)
        .map((row, context) -> Rows.id(row, "id", ConversationId::new))
        .list();
    tx.createUpdate("""
            update conversation
               set matter = :matter,
                   address_token = 'forgotten-' || id,
                   waiting_since = null,
                   state = case when state = 'confirmed' then state else 'lapsed' end,
                   lapsed_at = case when state = 'confirmed' then lapsed_at else coalesce(lapsed_at, moved_at) end
             where id = any(:matters)
            """)
        .bindArray("matters", UUID.class, matters)
        .bind("matter", MATTER)
        .execute();
    open.forEach(id -> events.publish(null, new ConversationLapsed(id)));
  }

  /// Those of these files that hang on a message.
  public static List<String> held(Handle tx, Collection<String> hashes) {
    return tx.createQuery("select blob from attachment where blob = any(:hashes)")
        .bindArray("hashes", String.class, hashes)
        .mapTo(String.class)
        .list();
  }
}
