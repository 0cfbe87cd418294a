package kept.texts;

import kept.customers.CustomerForgotten;
import kept.customers.CustomerId;
import kept.customers.Customers;
import kept.customers.IdentityKind;
import kept.platform.Database;
import kept.platform.Events;
import org.jdbi.v3.core.Handle;

/// Forgets that somebody's number wanted no texts, and texts from it that could not be filed under
/// anybody. What any other text said is forgotten with its message. Hears of it in the transaction.
/// Threads may share this object.
public final class TextErasure {
  private final Customers customers;
  private final TextStore store = new TextStore();

  public TextErasure(Database database, Events events, Customers customers) {
    this.customers = customers;
    events.within(
        CustomerForgotten.class,
        (by, forgotten) -> database.useTransaction(tx -> forget(tx, forgotten.customer())));
  }

  private void forget(Handle tx, CustomerId customer) {
    var numbers = customers.knowledgeOf(customer).identities().stream()
        .filter(identity -> identity.kind() == IdentityKind.PHONE
            || identity.value().startsWith(TextFiling.EXTERNAL))
        .map(identity -> identity.value().replaceFirst("^" + TextFiling.EXTERNAL, ""))
        .toList();
    var theirs = store.unfiled(tx).stream()
        .filter(text -> numbers.contains(text.number()))
        .toList();
    store.forget(tx, theirs);
    tx.createUpdate("delete from text_stop where number = any(:numbers)")
        .bindArray("numbers", String.class, numbers)
        .execute();
  }
}
