package kept.desk;

import io.javalin.http.Context;
import kept.conversations.Conversations;
import kept.customers.Customers;
import kept.phone.Calls;
import kept.platform.Events;
import kept.platform.NotFound;
import kept.promises.Alarms;
import kept.promises.Board;
import kept.promises.Endings;
import kept.promises.Item;
import kept.promises.PromiseId;
import kept.promises.Promises;
import kept.team.Presence;
import kept.team.Shop;

/// The promise that an address names, for whoever may see it. Threads may share this object.
public final class OnePromise {
  private final Doors doors;
  private final Onlookers onlookers;

  /// The rooms that pages about one promise look into.
  public record Doors(
      Promises promises,
      Endings endings,
      Board board,
      Alarms alarms,
      Events events,
      Customers customers,
      Conversations conversations,
      Shop shop,
      Presence presence,
      Calls calls) {}

  public OnePromise(Doors doors, Onlookers onlookers) {
    this.doors = doors;
    this.onlookers = onlookers;
  }

  Doors doors() {
    return doors;
  }

  Onlooker onlooker(Context request) {
    return onlookers.of(request);
  }

  /// Whoever looks at a promise has seen what they were told about it.
  void looked(Onlooker onlooker, Item item) {
    for (var alarm : doors.alarms.of(item.promise().id())) {
      var news = alarm.told().stream()
          .anyMatch(told ->
              onlooker.is(told.agent()) && told.channel().equals("desk") && told.seenAt() == null);
      if (news) doors.alarms.seen(onlooker.me().id(), alarm.id());
    }
  }

  /// What is not a helper's own is not there for them.
  Item in(Context request, Onlooker onlooker) {
    var item = doors.board.get(PromiseId.parse(request.pathParam("id")));
    if (onlooker.isHelper() && !onlooker.is(item.promise().keeper()))
      throw new NotFound("There is no such promise.");
    return item;
  }
}
