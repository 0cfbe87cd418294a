package kept.phone;

import kept.customers.CustomerForgotten;
import kept.customers.CustomerId;
import kept.customers.Customers;
import kept.customers.Identity;
import kept.customers.IdentityKind;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.Refusal;
import org.jdbi.v3.core.Handle;

/// Forgets the numbers of somebody's calls and all that was recorded in them. That a call was, how
/// long and how it ended stays.
///
/// Refuses to forget whoever is on the phone. Hears of it in the transaction. Threads may share
/// this object.
public final class CallErasure {
  private final Customers customers;
  private final Recordings recordings;

  public CallErasure(Database database, Events events, Customers customers, Recordings recordings) {
    this.customers = customers;
    this.recordings = recordings;
    events.within(
        CustomerForgotten.class,
        (by, forgotten) -> database.useTransaction(tx -> forget(tx, forgotten.customer())));
  }

  private void forget(Handle tx, CustomerId customer) {
    refuseLive(tx, customer);
    tx.createQuery("select * from call where customer = :customer and recording is not null")
        .bind("customer", customer)
        .map((row, context) -> CallStore.call(row))
        .list()
        .forEach(recordings::forgetWithCaller);
    tx.createUpdate(
            "delete from pbx_call where call in (select id from call where customer = :customer)")
        .bind("customer", customer)
        .execute();
    var numbers = customers.knowledgeOf(customer).identities().stream()
        .filter(identity -> identity.kind() == IdentityKind.PHONE)
        .map(Identity::value)
        .toList();
    tx.createUpdate("""
            update call set number = null where customer = :customer or number = any(:numbers)
            """)
        .bind("customer", customer)
        .bindArray("numbers", String.class, numbers)
        .execute();
  }

  private static void refuseLive(Handle tx, CustomerId customer) {
    var live =
        tx.createQuery("""
            select exists (select 1 from call where customer = :customer and ended_at is null)
            """).bind("customer", customer).mapTo(Boolean.class).one();
    if (live)
      throw new Refusal("They are on the phone right now. Forget them when the call is over.");
  }
}
