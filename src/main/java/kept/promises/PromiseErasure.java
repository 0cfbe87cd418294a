package kept.promises;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import kept.customers.CustomerForgotten;
import kept.customers.CustomerId;
import kept.platform.Blobs;
import kept.platform.Database;
import kept.platform.DeliveryErasure;
import kept.platform.Events;
import kept.platform.Refusal;
import org.jdbi.v3.core.Handle;

/// Forgets what was promised to somebody, in words: the promise, why it was at risk or released,
/// what shows that it was kept, and the alarms that told of it. That it was made, kept or broken
/// and when stays.
///
/// Refuses to forget whom a promise is owed to. Hears of it in the transaction. Threads may share
/// this object.
public final class PromiseErasure {
  private static final String WORDS = "Forgotten";

  private final DeliveryErasure deliveries;
  private final Blobs blobs;

  public PromiseErasure(Database database, Events events, DeliveryErasure deliveries, Blobs blobs) {
    this.deliveries = deliveries;
    this.blobs = blobs;
    events.within(
        CustomerForgotten.class,
        (by, forgotten) -> database.useTransaction(tx -> forget(tx, forgotten.customer())));
  }

  private void forget(Handle tx, CustomerId customer) {
    var promises = promises(tx, customer);
    deliveries.forget(promises);
    deliveries.forget(tellings(tx, promises));
    blobs.letGo(unprove(tx, promises));
    tx.createUpdate("""
            update promise
               set what = :words,
                   release_reason = case when release_reason is null then null else :words end,
                   risk_reason = case when risk_reason is null then null else :words end
             where id = any(:promises)
            """)
        .bindArray("promises", UUID.class, promises)
        .bind("words", WORDS)
        .execute();
  }

  private static List<UUID> promises(Handle tx, CustomerId customer) {
    var open = tx.createQuery(
            "select count(*) from promise where customer = :customer and state = 'open'")
        .bind("customer", customer)
        .mapTo(Integer.class)
        .one();
    if (open > 0)
      throw new Refusal(
          "We still owe them something. Keep it, or let it go with a reason, then forget them.");
    return tx.createQuery("""
            select id from promise
             where customer = :customer
                or conversation in (select id from conversation where customer = :customer)
            """).bind("customer", customer).mapTo(UUID.class).list();
  }

  /// What told the team of them: mails, texts and notes that say whom a promise is for.
  private static List<UUID> tellings(Handle tx, List<UUID> promises) {
    return tx.createQuery("""
            select told.id
              from alarm_told told
              join alarm on alarm.id = told.alarm
             where alarm.promise = any(:promises)
            """)
        .bindArray("promises", UUID.class, promises)
        .mapTo(UUID.class)
        .list();
  }

  private static List<String> unprove(Handle tx, List<UUID> promises) {
    var files = tx.createQuery(
            "select blob from promise_proof where promise = any(:promises) and blob is not null")
        .bindArray("promises", UUID.class, promises)
        .mapTo(String.class)
        .list();
    tx.createUpdate("""
            update promise_proof
               set words = :words, blob = null, file_name = null, file_type = null, file_size = null
             where promise = any(:promises)
            """)
        .bindArray("promises", UUID.class, promises)
        .bind("words", WORDS)
        .execute();
    return files;
  }

  /// Those of these files that show that a promise was kept.
  public static List<String> held(Handle tx, Collection<String> hashes) {
    return tx.createQuery("select blob from promise_proof where blob = any(:hashes)")
        .bindArray("hashes", String.class, hashes)
        .mapTo(String.class)
        .list();
  }
}
