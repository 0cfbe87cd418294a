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
  private final Deliveries deliveries;
  private final InstantSource clock;
  private final TellingStore store = new TellingStore();
  private final List<AlarmChannel> channels = new CopyOnWriteArrayList<>();

  Notices(Database database, Alarms.House house, Deliveries deliveries, InstantSource clock) {
    this.deliveries = deliveries;
    this.clock = clock;
    this.database = database;
    this.team = house.team();
    this.presence = house.presence();
    this.shop = house.shop();
    this.customers = house.customers();
    channels.add(new MailAlarms());
  }

  void wire(AlarmChannel channel) {
    channels.add(channel);
  }

  /// These alarms fire together and are told in one round.
  Round round(List<AlarmStore.Due> alarms) {
    var about = alarms.stream().map(due -> due.promise().customer()).toList();
    return new Round(team.everyone(), team.here(), shop.time(), customers.named(about));
  }

  /// Everyone who hears of it, in the running transaction; [#write] ends the round.
  List<AgentId> tell(Round round, AlarmStore.Due due, Instant now) {
    var told = whom(round, due);
    told.forEach(agent -> tell(round, due, agent, now));
    return told.stream().map(Agent::id).toList();
  }

  /// Puts what was said in the round on its way and writes down who was told.
  void write(Round round, Instant now) {
    database.useTransaction(tx -> {
      deliveries.queue(round.outgoing());
      store.told(tx, round.tellings(), now);
    });
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

  private void tell(Round round, AlarmStore.Due due, Agent agent, Instant now) {
    round.told(new Telling(AlarmToldId.next(), due.id(), agent.id(), "desk", null, null));
    var from =
        waits(due) ? round.disturbedFrom(agent.id(), id -> presence.mayDisturb(id, now)) : now;
    var unseen = round.oneMoreUnseen(agent.id(), id -> database.read(tx -> store.unseen(tx, id)));
    var promise = due.promise();
    var words = new AlarmWords.Of(
            promise,
            round.customer(promise.customer()),
            round.get(promise.keeper()),
            agent,
            round.time(),
            now)
        .words(due.step(), due.cause());
    var note = new AlarmNote(words, path(due), unseen, promise, due.step());
    for (var channel : channels) {
      var id = AlarmToldId.next();
      for (var outgoing : channel.to(agent, note, id.value(), from)) {
        var held = from.isAfter(now) ? from : null;
        round.toldBy(
            outgoing, new Telling(id, due.id(), agent.id(), channel.word(), outgoing.id(), held));
        id = AlarmToldId.next();
      }
    }
  }

  /// News of the alarms themselves, to the owner by every channel but these; quiet hours hold it.
  /// Each delivery with the channel that it takes.
  Map<DeliveryId, String> tellOwner(AlarmWords words, UUID about, Set<String> butNot) {
    var owner = team.owner();
    var from = presence.mayDisturb(owner.id(), clock.instant());
    return database.inTransaction(tx -> {
      var note = new AlarmNote(words, LOG, store.unseen(tx, owner.id()), null, null);
      var queued = new LinkedHashMap<DeliveryId, String>();
      channels.stream().filter(channel -> !butNot.contains(channel.word())).forEach(channel -> {
        var outgoing = channel.to(owner, note, about, from);
        deliveries.queue(outgoing);
        outgoing.forEach(each -> queued.put(each.id(), channel.word()));
      });
      return queued;
    });
  }

  /// The promise, where looking marks the alarm as seen; a broken one leads to the honest note that
  /// is drafted.
  private static String path(AlarmStore.Due due) {
    var promise = "/promises/" + due.promise().id();
    return due.step() == Step.BROKEN ? promise + "/new-time" : promise;
  }

  private static Set<Agent> whom(Round round, AlarmStore.Due due) {
    var told = new LinkedHashSet<Agent>();
    var promise = due.promise();
    switch (due.step()) {
      case NUDGE -> told.add(round.get(promise.keeper()));
      case SECOND ->
        told.add(promise.second() == null ? round.owner() : round.get(promise.second()));
      case EVERYONE -> told.addAll(round.takingCalls());
      case OWNER -> told.add(round.owner());
      case BROKEN -> {
        told.add(round.get(promise.keeper()));
        told.add(round.owner());
      }
    }
    if (told.isEmpty()) told.add(round.owner());
    return told;
  }

  private static boolean waits(AlarmStore.Due due) {
    var last = due.step() == Step.OWNER || due.step() == Step.BROKEN;
    return !last || due.cause() == Cause.AGAIN;
  }
}
