package kept.frontdoor;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import kept.conversations.Channel;
import kept.conversations.Draft;
import kept.conversations.Incoming;
import kept.conversations.Messages;
import kept.customers.CustomerId;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.PhoneNumbers;
import kept.platform.Refusal;
import kept.promises.PromiseId;
import kept.promises.Promises;

/// Numbers on which customers asked to be rung for one promised call. Anybody with the link may
/// name one, so it is theirs in no other way: whoever rings from it is recognised by nothing. All
/// SQL of `ring_at`. Threads may share this object.
public final class AskedNumbers {
  private final Database database;
  private final Events events;
  private final Promises promises;
  private final Messages messages;
  private final InstantSource clock;

  public AskedNumbers(
      Database database, Events events, Promises promises, Messages messages, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.promises = promises;
    this.messages = messages;
    this.clock = clock;
  }

  /// The number for this promise's call from now on, which stands on the timeline. The same one
  /// again changes nothing.
  public void ask(PromiseId id, String number) {
    database.useTransaction(tx -> {
      var promise = promises.get(id);
      if (!promise.isOpen()) throw new Refusal("This call is over already.");
      var now = clock.instant();
      var changed = tx.createUpdate("""
              insert into ring_at (promise, number, asked_at)
              values (:promise, :number, :now)
                  on conflict (promise) do update
                 set number = :number, asked_at = :now
               where ring_at.number <> :number
              """)
          .bind("promise", id)
          .bind("number", number)
          .bind("now", now)
          .execute();
      if (changed == 0) return;
      var words = "Ring me on " + PhoneNumbers.words(number) + " instead.";
      messages.receive(
          promise.conversation(), new Incoming(Channel.PAGE, now, null, false, Draft.of(words)));
      events.publish(null, new NumberAsked(id, promise.conversation()));
    });
  }

  public Optional<String> of(PromiseId id) {
    return database.read(tx -> tx.createQuery("select number from ring_at where promise = :id")
        .bind("id", id)
        .mapTo(String.class)
        .findOne());
  }

  /// Those of calls that this customer is still owed.
  public List<String> of(CustomerId customer) {
    return database.read(
        tx -> tx.createQuery("""
            select number
              from ring_at
              join promise on promise.id = ring_at.promise
             where promise.customer = :customer and promise.state = 'open'
             order by ring_at.asked_at desc
            """).bind("customer", customer).mapTo(String.class).list());
  }
}
