package kept.recaps;

import kept.customers.CustomerForgotten;
import kept.customers.CustomerId;
import kept.platform.Database;
import kept.platform.Events;
import org.jdbi.v3.core.Handle;

/// Forgets what somebody was told in writing and what they said of it, and closes their pages. That
/// they said *sorted* or *not yet* stays. Hears of it in the transaction. Threads may share this
/// object.
public final class RecapErasure {
  public RecapErasure(Database database, Events events) {
    events.within(
        CustomerForgotten.class,
        (by, forgotten) -> database.useTransaction(tx -> forget(tx, forgotten.customer())));
  }

  private void forget(Handle tx, CustomerId customer) {
    tx.createUpdate("""
            update recap set understood = ''
             where conversation in (select id from conversation where customer = :customer)
            """).bind("customer", customer).execute();
    tx.createUpdate("""
            update confirmation set words = ''
             where conversation in (select id from conversation where customer = :customer)
            """).bind("customer", customer).execute();
    tx.createUpdate("""
            delete from page_link
             where conversation in (select id from conversation where customer = :customer)
            """).bind("customer", customer).execute();
  }
}
