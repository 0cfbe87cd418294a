package kept.email;

import java.util.List;
import kept.customers.CustomerForgotten;
import kept.customers.CustomerId;
import kept.customers.Customers;
import kept.customers.Identity;
import kept.customers.IdentityKind;
import kept.platform.Blobs;
import kept.platform.Database;
import kept.platform.Events;
import org.jdbi.v3.core.Handle;

/// Forgets somebody's letters as they came, and the threads that would lead the next one to a
/// matter of theirs: whoever writes again is new to us.
///
/// Hears of it in the transaction, before the messages forget who sent them. Threads may share
/// this object.
public final class MailErasure {
  private final Customers customers;
  private final Blobs blobs;

  public MailErasure(Database database, Events events, Customers customers, Blobs blobs) {
    this.customers = customers;
    this.blobs = blobs;
    events.within(
        CustomerForgotten.class,
        (by, forgotten) -> database.useTransaction(tx -> forget(tx, forgotten.customer())));
  }

  private void forget(Handle tx, CustomerId customer) {
    var addresses = customers.knowledgeOf(customer).identities().stream()
        .filter(identity -> identity.kind() == IdentityKind.EMAIL)
        .map(Identity::value)
        .toList();
    blobs.letGo(letters(tx, customer, addresses));
    tx.createUpdate("""
            delete from mail_thread
             where conversation in (select id from conversation where customer = :customer)
                or message in (
                   select id from message
                    where coalesce(substring(lower(sender) from '<([^<>]*)> *$'), lower(sender)) = any(:addresses))
            """)
        .bind("customer", customer)
        .bindArray("addresses", String.class, addresses)
        .execute();
  }

  /// Those that were read, whoever's matter they are in. One that nobody has read yet is from
  /// somebody new.
  private static List<String> letters(Handle tx, CustomerId customer, List<String> addresses) {
    return tx.createQuery("""
            delete from inbound_mail
             where processed_at is not null
               and (lower(sender) = any(:addresses)
                    or message in (
                       select id from message
                        where conversation in (select id from conversation where customer = :customer)
                           or coalesce(substring(lower(sender) from '<([^<>]*)> *$'), lower(sender)) = any(:addresses)))
            returning blob
            """)
        .bind("customer", customer)
        .bindArray("addresses", String.class, addresses)
        .mapTo(String.class)
        .list();
  }
}
