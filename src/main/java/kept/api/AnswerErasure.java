package kept.api;

import kept.customers.CustomerForgotten;
import kept.customers.CustomerId;
import kept.platform.Database;
import kept.platform.Events;
import org.jdbi.v3.core.Handle;

/// Forgets what programs were answered about somebody and may ask for again for a day: asked again,
/// the same is still not done twice. Hears of it in the transaction. Threads may share this object.
public final class AnswerErasure {
  public AnswerErasure(Database database, Events events) {
    events.within(
        CustomerForgotten.class,
        (by, forgotten) -> database.useTransaction(tx -> forget(tx, forgotten.customer())));
  }

  private void forget(Handle tx, CustomerId customer) {
    tx.createUpdate("""
            update idempotency_key
               set answer = '{}'
             where exists (select 1
                             from (select :customer::uuid as id
                                    union all
                                   select id from conversation where customer = :customer
                                    union all
                                   select id from promise where customer = :customer) theirs
                            where position(theirs.id::text in answer) > 0)
            """).bind("customer", customer).execute();
  }
}
