package kept.promises;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import kept.customers.Customers;
import kept.platform.Database;
import kept.platform.Deliveries;
import kept.platform.DeliveryId;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.Presence;
import kept.team.Role;
import kept.team.Shop;
import kept.team.Team;

/// Tells people that an alarm has fired: on the desk at once, by every channel of theirs as soon as
/// their quiet hours let it. The owner's last warning and the news that it broke do not wait.
final class Notices {
  private static final String LOG = "/settings/alarms";

  private final Database database;
  private final Team team;
  private final Presence presence;
  private final Shop shop;
  private final Customers customers;
  private final InstantSource clock;
  private final AlarmStore store = new AlarmStore();
  private final List<AlarmChannel> channels = new CopyOnWriteArrayList<>();

  Notices(Database database, Alarms.House house, Deliveries deliveries, InstantSource clock) {
    this.clock = clock;
    this.database = database;
    this.team = house.team();
    this.presence = house.presence();
    this.shop = house.shop();
    this.customers = house.customers();
    channels.add(new MailAlarms(deliveries));
  }

  void wire(AlarmChannel channel) {
    channels.add(channel);
  }

  /// Everyone who hears of it, in the running transaction.
  List<AgentId> tell(AlarmStore.Due due, Instant now) {
    var told = whom(due);
    told.forEach(agent -> tell(due, agent, now));
    return told.stream().map(Agent::id).toList();
  }

  AlarmWords words(Step step, Cause cause, Promise promise, Agent told, Instant now) {
    var of = new AlarmWords.Of(
        promise,
        customers.get(promise.customer()),
        team.get(promise.keeper()),
        told,
        shop.time(),
        now);
    return of.words(step, cause);
  }

  private void tell(AlarmStore.Due due, Agent agent, Instant now) {
    database.useTransaction(tx -> {
      var desk =
          new AlarmStore.Telling(AlarmToldId.next(), due.id(), agent.id(), "desk", null, null);
      store.told(tx, desk, now);
      var from = waits(due) ? presence.mayDisturb(agent.id(), now) : now;
      var words = words(due.step(), due.cause(), due.promise(), agent, now);
      var unseen = store.unseen(tx, agent.id());
      var note = new AlarmNote(words, path(due), unseen, due.promise());
      for (var channel : channels) {
        var id = AlarmToldId.next();
        for (var delivery : channel.queue(agent, note, id.value(), from)) {
          var held = from.isAfter(now) ? from : null;
          var telling =
              new AlarmStore.Telling(id, due.id(), agent.id(), channel.word(), delivery, held);
          store.told(tx, telling, now);
          id = AlarmToldId.next();
        }
      }
    });
  }

  /// News of the alarms themselves, to the owner by every channel but these; quiet hours hold it.
  /// Each
  /// delivery with the channel that it takes.
  Map<DeliveryId, String> tellOwner(AlarmWords words, UUID about, Set<String> butNot) {
    var owner = team.owner();
    var from = presence.mayDisturb(owner.id(), clock.instant());
    return database.inTransaction(tx -> {
      var note = new AlarmNote(words, LOG, store.unseen(tx, owner.id()), null);
      var queued = new LinkedHashMap<DeliveryId, String>();
      channels.stream()
          .filter(channel -> !butNot.contains(channel.word()))
          .forEach(channel -> channel
              .queue(owner, note, about, from)
              .forEach(delivery -> queued.put(delivery, channel.word())));
      return queued;
    });
  }

  /// The promise, where looking marks the alarm as seen; a broken one leads to the honest note that
  /// is drafted.
  private static String path(AlarmStore.Due due) {
    var promise = "/promises/" + due.promise().id();
    return due.step() == Step.BROKEN ? promise + "/new-time" : promise;
  }

  private Set<Agent> whom(AlarmStore.Due due) {
    var told = new LinkedHashSet<Agent>();
    var promise = due.promise();
    switch (due.step()) {
      case NUDGE -> told.add(team.get(promise.keeper()));
      case SECOND -> told.add(promise.second() == null ? team.owner() : team.get(promise.second()));
      case EVERYONE ->
        team.here().stream()
            .filter(agent -> agent.takingCalls() && agent.role() != Role.HELPER)
            .forEach(told::add);
      case OWNER -> told.add(team.owner());
      case BROKEN -> {
        told.add(team.get(promise.keeper()));
        told.add(team.owner());
      }
    }
    if (told.isEmpty()) told.add(team.owner());
    return told;
  }

  private static boolean waits(AlarmStore.Due due) {
    var last = due.step() == Step.OWNER || due.step() == Step.BROKEN;
    return !last || due.cause() == Cause.AGAIN;
  }
}
