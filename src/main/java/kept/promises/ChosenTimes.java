package kept.promises;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import kept.conversations.Channel;
import kept.conversations.Draft;
import kept.conversations.Incoming;
import kept.conversations.Messages;
import kept.platform.Database;
import kept.platform.Deliveries;
import kept.platform.Events;
import kept.platform.Refusal;
import kept.team.AgentId;
import kept.team.Shop;
import kept.team.Team;

/// A new time that the customer picks: who picks it need not be told, so what they said stands in
/// for the message (law 2). Threads may share this object.
public final class ChosenTimes {
  private final Database database;
  private final Events events;
  private final Team team;
  private final Shop shop;
  private final Messages messages;
  private final InstantSource clock;
  private final Arming arming;
  private final Cover cover;
  private final Promises promises;
  private final PromiseStore store = new PromiseStore();

  public ChosenTimes(
      Database database,
      Events events,
      Promises.House house,
      Deliveries deliveries,
      Promises promises,
      InstantSource clock) {
    this.database = database;
    this.events = events;
    this.team = house.team();
    this.shop = house.shop();
    this.messages = house.messages();
    this.clock = clock;
    this.arming = new Arming(deliveries, new PromiseRules(database, events, clock));
    this.cover = new Cover(database, events, house, arming);
    this.promises = promises;
  }

  /// A time and who keeps it then, as the customer picked them, in their words.
  public record Choice(Instant due, AgentId keeper, String words) {}

  /// The calls that are owed between these times.
  public List<Promise> callsDue(Instant from, Instant until) {
    return database.read(tx -> tx.createQuery("""
            select * from promise
             where state = 'open' and kind = 'callback' and due_at >= :from and due_at < :until
             order by due_at
            """)
        .bind("from", from)
        .bind("until", until)
        .map((row, context) -> PromiseStore.promise(row))
        .list());
  }

  /// Moves the promise there. The same time again changes nothing; what has ended is refused.
  public Promise choose(PromiseId id, Choice choice) {
    return database.inTransaction(tx -> {
      var hours = shop.stayingHours();
      var promise = store.locked(tx, id);
      var now = clock.instant();
      if (!promise.isOpen()) throw new Refusal("This promise is over already.");
      if (promise.dueAt().equals(choice.due())) return promise;
      if (!choice.due().isAfter(now)) throw new Refusal("A new time has to be ahead of us.");
      Deadline.refuseTooFar(choice.due(), now);
      if (now.isAfter(promise.dueAt())) promises.breakThem(List.of(promise));
      team.staying(choice.keeper());
      var said = messages.receive(
          promise.conversation(),
          new Incoming(Channel.PAGE, now, null, false, Draft.of(choice.words())));
      store.move(
          tx, new NewTime(id, promise.dueAt(), choice.due(), now, promise.keeper(), said.id()));
      arming.taken(tx, id, promise.keeper(), now);
      arming.begin(tx, id, arming.ladder(now, choice.due(), hours), now);
      if (!promise.keeper().equals(choice.keeper()))
        cover.pass(tx, null, promise, choice.keeper(), now);
      events.publish(
          null,
          new PromiseNewTimeAgreed(id, promise.conversation(), promise.dueAt(), choice.due()));
      cover.review(tx, id, now);
      return promises.get(id);
    });
  }
}
