package kept.promises;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kept.platform.Database;
import kept.platform.Events;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.Presence;
import kept.team.Role;
import kept.team.Roster;
import kept.team.Shop;
import kept.team.ShopTime;
import kept.team.Team;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Sees to it that whoever answers for a promise is at hand.
///
/// A keeper who is away or off shift is stood in for by the second, else the owner, else whoever
/// takes calls, and gets it back when they return. One who will not be at hand when it is due puts
/// it at risk at once. A review changes only what is not so yet, so it may run at any time, twice,
/// and after any restart.
final class Cover {
  private final Database database;
  private final Events events;
  private final Team team;
  private final Presence presence;
  private final Shop shop;
  private final Arming arming;
  private final PromiseStore store = new PromiseStore();
  private final SecondStore seconds = new SecondStore();
  private volatile @Nullable Known known;

  /// What a review reads besides the promises, each of which is reviewed when it changes.
  private record Known(Roster roster, List<Agent> team, Instant at) {
    boolean holds(Known later) {
      if (!roster.equals(later.roster) || !team.equals(later.team)) return false;
      if (later.at.isBefore(at)) return false;
      return roster.nextChange(at).filter(change -> !change.isAfter(later.at)).isEmpty();
    }
  }

  Cover(Database database, Events events, Promises.House house, Arming arming) {
    this.database = database;
    this.events = events;
    this.team = house.team();
    this.presence = house.presence();
    this.shop = house.shop();
    this.arming = arming;
  }

  /// As [#reviewAll], but only when something is other than at this process's last one; says when
  /// the next may find something else. Before the shop is set up there is nobody to look after.
  Optional<Instant> review(Instant now) {
    if (shop.find().isEmpty()) return Optional.empty();
    var found = new Known(presence.roster(), team.here(), now);
    var before = known;
    if (before == null || !before.holds(found)) {
      reviewAll(now);
      known = found;
    }
    return found.roster.nextChange(now);
  }

  /// Every open promise.
  void reviewAll(Instant now) {
    database.useTransaction(tx -> {
      var view = view(now);
      for (var promise : store.open(tx)) {
        if (view.wants(promise)) review(tx, promise.id(), now);
      }
    });
  }

  /// One promise whose keeper or time is new. Who is there is read once nobody else can change it:
  /// somebody may have come back a moment ago.
  void review(Handle tx, PromiseId id, Instant now) {
    var promise = store.locked(tx, id);
    var view = view(now);
    if (view.wants(promise)) change(tx, view, promise);
  }

  /// Gives it to another keeper. Who did not take it themselves hears of it at once.
  void pass(Handle tx, @Nullable AgentId by, Promise promise, AgentId keeper, Instant now) {
    pass(tx, by, promise, keeper, null, now);
  }

  /// Who was named as somebody's second hears next of what they keep already.
  void nameSecond(AgentId keeper) {
    var second = team.get(keeper).second();
    if (second == null) return;
    database.useTransaction(tx -> seconds.name(tx, keeper, second, team.owner().id()));
  }

  void forget(Handle tx, AgentId agent) {
    seconds.forget(tx, agent);
  }

  private void pass(
      Handle tx,
      @Nullable AgentId by,
      Promise promise,
      AgentId keeper,
      @Nullable AgentId standsInFor,
      Instant now) {
    var second = team.secondOf(keeper).orElse(null);
    store.handTo(tx, promise.id(), keeper, second, standsInFor);
    if (!keeper.equals(by)) arming.tellNewKeeper(tx, promise, now);
    events.publish(
        by,
        new PromiseHandedOver(
            promise.id(), promise.conversation(), promise.keeper(), keeper, standsInFor));
  }

  private void change(Handle tx, View view, Promise promise) {
    if (!promise.isOpen()) return;
    var keeper = view.keeperOf(promise);
    if (!keeper.equals(promise.keeper())) {
      var of = promise.standsInFor() == null ? promise.keeper() : promise.standsInFor();
      pass(tx, null, promise, keeper, keeper.equals(of) ? null : of, view.now());
    }
    var passed = store.locked(tx, promise.id());
    var risk = view.riskOf(passed);
    if (risk.isEmpty() && passed.riskSeen()) store.riskOver(tx, promise.id());
    if (view.isNews(passed, risk)) risk(tx, promise, risk.orElseThrow(), view.now());
  }

  private void risk(Handle tx, Promise promise, String reason, Instant now) {
    store.atRisk(tx, promise.id(), reason, true, now);
    arming.tellSecond(tx, promise.id(), now);
    events.publish(null, new PromiseAtRisk(promise.id(), promise.conversation()));
  }

  private View view(Instant now) {
    return new View(team, presence.roster(), shop.time(), now);
  }

  /// The team as it is at one moment.
  record View(Team team, Roster roster, ShopTime time, Instant now) {
    boolean wants(Promise promise) {
      var keeper = keeperOf(promise);
      if (!keeper.equals(promise.keeper())) return true;
      var risk = riskOf(promise);
      return isNews(promise, risk) || (risk.isEmpty() && promise.riskSeen());
    }

    /// What somebody said about a risk is not overruled by what Kept sees.
    boolean isNews(Promise promise, Optional<String> risk) {
      var known = promise.riskReason();
      return risk.isPresent()
          && (known == null || (promise.riskSeen() && !known.equals(risk.get())));
    }

    /// Who is to answer for it now: the one it comes back to, the keeper, or who stands in; the
    /// keeper when nobody is there.
    AgentId keeperOf(Promise promise) {
      var of = promise.standsInFor();
      if (of != null && answers(of, promise)) return of;
      if (answers(promise.keeper(), promise)) return promise.keeper();
      return candidates(promise).stream()
          .filter(agent -> answers(agent, promise))
          .findFirst()
          .orElse(promise.keeper());
    }

    Optional<String> riskOf(Promise promise) {
      return roster
          .miss(promise.keeper(), now, promise.dueAt())
          .map(miss -> words(team.get(promise.keeper()), miss));
    }

    boolean answers(AgentId agent, Promise promise) {
      return roster.answers(agent, now, promise.dueAt());
    }

    private Set<AgentId> candidates(Promise promise) {
      var those = new LinkedHashSet<AgentId>();
      if (promise.second() != null) those.add(promise.second());
      team.secondOf(promise.keeper()).ifPresent(those::add);
      those.add(team.owner().id());
      team.here().stream()
          .filter(agent -> agent.takingCalls() && agent.role() != Role.HELPER)
          .map(Agent::id)
          .forEach(those::add);
      return those;
    }

    private String words(Agent keeper, Roster.Miss miss) {
      var what = switch (miss.kind()) {
        case AWAY ->
          miss.from().isAfter(now) ? "is off from " + time.near(miss.from(), now) : "is off";
        case JOB -> "is at a job";
        case DRIVING -> "is driving";
      };
      var until = miss.until() == null ? "" : " until " + time.near(miss.until(), now);
      return keeper.firstName() + " " + what + until + ".";
    }
  }
}
