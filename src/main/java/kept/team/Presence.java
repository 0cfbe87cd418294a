package kept.team;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.NotFound;
import kept.platform.Refusal;
import org.jspecify.annotations.Nullable;

/// Who works when, who is away, in a job or driving, and when their things stay silent. Threads may
/// share this object.
public final class Presence {
  private final Database database;
  private final Events events;
  private final Shop shop;
  private final InstantSource clock;
  private final PresenceStore store = new PresenceStore();

  public Presence(Database database, Events events, Shop shop, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.shop = shop;
    this.clock = clock;
  }

  /// Somebody will not be at hand. What they begin now ends what they were in; what is so already
  /// stays as it is.
  public void leave(AgentId by, Absence absence) {
    var now = clock.instant();
    var ends = absence.endsAt();
    if (ends != null && !ends.isAfter(absence.startsAt()))
      throw new Refusal("Being away has to end after it begins.");
    if (!absence.isOpenAfter(now)) throw new Refusal("That is over already.");
    database.useTransaction(tx -> {
      store.lock(tx, absence.agent());
      if (of(absence.agent()).stream().anyMatch(known -> known.saysTheSame(absence, now))) return;
      if (!absence.startsAt().isAfter(now)) store.end(tx, absence.agent(), now);
      store.insert(tx, absence, by, now);
      events.publish(by, new PresenceChanged(absence.agent()));
    });
  }

  /// They are back: whatever they are in is over.
  public void comeBack(AgentId by, AgentId agent) {
    database.useTransaction(tx -> {
      store.end(tx, agent, clock.instant());
      events.publish(by, new PresenceChanged(agent));
    });
  }

  /// An absence that was planned does not take place.
  public void withdraw(AgentId by, AbsenceId id) {
    database.useTransaction(tx -> {
      var agent = store
          .withdraw(tx, id, clock.instant())
          .orElseThrow(() -> new NotFound("That is over, or has begun. Say that they are back."));
      events.publish(by, new PresenceChanged(agent));
    });
  }

  /// When they work each week; no spans at all: when the shop is open.
  public void setShifts(AgentId by, AgentId agent, Map<DayOfWeek, List<OpeningHours.Span>> spans) {
    var ordered = new OpeningHours(shop.business().zone(), spans).spans();
    database.useTransaction(tx -> {
      store.setShifts(tx, agent, ordered);
      events.publish(by, new PresenceChanged(agent));
    });
  }

  /// From when to when their mail and devices stay silent; null: never.
  public void setQuiet(AgentId by, AgentId agent, @Nullable QuietHours quiet) {
    database.useTransaction(tx -> {
      if (quiet == null) store.setLoud(tx, agent);
      else store.setQuiet(tx, agent, quiet);
      events.publish(by, new PresenceChanged(agent));
    });
  }

  public Optional<QuietHours> quiet(AgentId agent) {
    return Optional.ofNullable(database.read(store::quiet).get(agent));
  }

  /// When their own things may speak: at this moment, or when their quiet hours are over.
  public Instant mayDisturb(AgentId agent, Instant at) {
    return quiet(agent).map(hours -> hours.after(at, shop.business().zone())).orElse(at);
  }

  /// Those whose own things stay silent at this moment.
  public Set<AgentId> silent(Instant at) {
    var quiet = database.read(store::quiet);
    if (quiet.isEmpty()) return Set.of();
    var zone = shop.business().zone();
    return quiet.entrySet().stream()
        .filter(hours -> hours.getValue().after(at, zone).isAfter(at))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /// What is known of when they are away, from now on, the first in front.
  public List<Absence> of(AgentId agent) {
    return database.read(tx -> store.absences(tx, clock.instant())).stream()
        .filter(absence -> absence.agent().equals(agent))
        .toList();
  }

  /// What those are in who are away, in a job or driving at this moment.
  public Map<AgentId, Absence> running() {
    var now = clock.instant();
    return database.read(tx -> store.absences(tx, now)).stream()
        .filter(absence -> absence.covers(now))
        .collect(Collectors.toMap(Absence::agent, Function.identity(), Presence::weightier));
  }

  /// Everyone who ever was, what those are in who are away, in a job or driving, and the shop's
  /// time.
  public record Everyone(ShopTime time, Map<AgentId, Agent> team, Map<AgentId, Absence> absences) {}

  /// As they are at this moment, with one question.
  public Everyone everyone(Instant now) {
    var members = database.read(tx -> store.members(tx, now));
    if (members.isEmpty()) throw Shop.notYet();
    var team = new HashMap<AgentId, Agent>();
    var absences = new HashMap<AgentId, Absence>();
    for (var member : members) {
      team.put(member.agent().id(), member.agent());
      var absence = member.absence();
      if (absence != null) absences.merge(absence.agent(), absence, Presence::weightier);
    }
    return new Everyone(new ShopTime(members.getFirst().zone()), team, absences);
  }

  /// The weekly hours that are theirs; empty when they work when the shop is open.
  public Map<DayOfWeek, List<OpeningHours.Span>> shiftsOf(AgentId agent) {
    return database.read(store::shifts).getOrDefault(agent, Map.of());
  }

  /// Being away says more than being in a job.
  private static Absence weightier(Absence one, Absence other) {
    return other.kind() == AbsenceKind.AWAY ? other : one;
  }

  /// Everything that is known about who is at hand, from now on.
  public Roster roster() {
    var hours = shop.hours();
    return database.read(tx -> {
      var shifts = store.shifts(tx).entrySet().stream()
          .collect(Collectors.toMap(
              Map.Entry::getKey,
              shift -> new OpeningHours(
                  hours.zone(), shift.getValue(), hours.specialDays(), hours.holidays())));
      return new Roster(hours, shifts, store.absences(tx, clock.instant()));
    });
  }
}
