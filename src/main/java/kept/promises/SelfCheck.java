package kept.promises;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.StoredEvent;
import kept.team.Presence;
import kept.team.Shop;
import kept.team.Team;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Fires one alarm a day at the owner, along the whole way that a promise's alarm takes, and looks
/// from elsewhere whether it came.
///
/// The loop of the alarms fires it; another loop judges it some minutes later. What did not come on
/// one way is complained about on every other: on the desk until a check comes through, and by
/// every channel that worked. Threads may share this object.
public final class SelfCheck {
  /// The name under which the log's listener tells that the desk heard it.
  public static final String LISTENER = "self-check";
  /// Longer than the first tries of a delivery.
  private static final Duration HAS_TO_COME_WITHIN = Duration.ofMinutes(5);

  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final int LOOK_AHEAD = 14;

  /// Every text costs, and one a day about nothing would wear out whoever pays.
  private static final Set<String> NOT_BY = Set.of(AlarmChannel.TEXT);

  private final Database database;
  private final Events events;
  private final Team team;
  private final Shop shop;
  private final Presence presence;
  private final Notices notices;
  private final InstantSource clock;
  private final AlarmCheckStore store = new AlarmCheckStore();
  /// Seen overdue once: after a jump of the clock or a start, both loops get there at the same
  /// time.
  private volatile @Nullable AlarmCheckId suspect;

  SelfCheck(
      Database database, Events events, Alarms.House house, Notices notices, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.team = house.team();
    this.shop = house.shop();
    this.presence = house.presence();
    this.notices = notices;
    this.clock = clock;
  }

  /// Fires the one that is due and says when the next is. A shop that is not set up has nobody to
  /// tell.
  @Nullable
  Instant fireWhatIsDue() {
    if (shop.find().isEmpty() || team.here().isEmpty()) return null;
    database.useTransaction(tx -> {
      var now = clock.instant();
      store.claim(tx, now).ifPresent(check -> fire(tx, check, now));
      store.plan(tx, presence.mayDisturb(team.owner().id(), nextOpening(now)));
    });
    return database.read(store::next);
  }

  /// The owner may have taken quiet hours for then: it waits for their end, since what is held back
  /// proves nothing.
  private void fire(Handle tx, AlarmCheckId check, Instant now) {
    var from = presence.mayDisturb(team.owner().id(), now);
    if (from.isAfter(now)) {
      store.putOff(tx, check, from);
      return;
    }
    store.fired(tx, check, now);
    notices
        .tellOwner(words(now), check.value(), NOT_BY)
        .forEach((delivery, channel) -> store.told(tx, check, channel, delivery));
    events.publish(null, new AlarmCheckFired(check));
  }

  /// Hears the log after its commits: the desk hears what this hears.
  public void hear(StoredEvent fact) {
    if (!fact.kind().equals(Events.kindOf(AlarmCheckFired.class))) return;
    database.useTransaction(
        tx -> store.onDesk(tx, new AlarmCheckId(fact.subject()), clock.instant()));
  }

  /// Judges what had its time and complains of what did not come. Says when to look again.
  public Instant judge() {
    var now = clock.instant();
    database.useTransaction(tx -> {
      var overdue = store.unjudged(tx, now.minus(HAS_TO_COME_WITHIN));
      var seenBefore = overdue.filter(check -> check.id().equals(suspect));
      seenBefore.ifPresent(check -> judge(tx, check, now));
      suspect = overdue.map(AlarmCheckStore.Unjudged::id).orElse(null);
    });
    return now.plus(LOOK_AGAIN);
  }

  private void judge(Handle tx, AlarmCheckStore.Unjudged check, Instant now) {
    var failed = new HashSet<String>();
    var trouble = String.join(" ", troubles(check, store.notSent(tx, check.id()), failed));
    store.judged(tx, check.id(), trouble.isEmpty() ? null : trouble, now);
    if (!trouble.isEmpty()) complain(check, trouble, failed);
  }

  /// The latest first.
  public List<AlarmCheck> last(int limit) {
    return database.read(tx -> store.last(tx, limit));
  }

  private List<String> troubles(
      AlarmCheckStore.Unjudged check, List<AlarmCheckStore.NotSent> notSent, Set<String> failed) {
    var at = shop.time().near(check.at(), clock.instant());
    if (check.firedAt() == null) {
      return List.of("The daily alarm of " + at + " did not fire at all.");
    }
    var troubles = new ArrayList<String>();
    if (check.deskAt() == null)
      troubles.add("The daily alarm of " + at + " did not reach the desk.");
    for (var each : notSent) {
      failed.add(each.channel());
      var words = each.words() == null ? "there is no way out yet" : each.words();
      troubles.add(
          "The daily alarm of " + at + " did not go out by " + each.channel() + ": " + words);
    }
    return troubles;
  }

  private void complain(AlarmCheckStore.Unjudged check, String trouble, Set<String> failed) {
    var words = new AlarmWords(
        "Alarms may not reach you",
        trouble,
        trouble + "\n\nPromises are still counted and shown on the desk. See what is wrong:");
    notices.tellOwner(words, check.id().value(), failed);
    events.publish(null, new AlarmCheckFailed(check.id()));
  }

  private AlarmWords words(Instant now) {
    var when = shop.time().near(now, now);
    return new AlarmWords(
        "Alarms reach you: the daily check of " + when,
        "Nothing is due. This came the way that a promise’s alarm comes.",
        "Nothing is due. This letter came the way that a promise’s alarm comes, "
            + team.owner().firstName()
            + ".\nWould it not come, the desk would say so.\n\nEvery alarm and its proof:");
  }

  private Instant nextOpening(Instant now) {
    var hours = shop.hours();
    var today = now.atZone(hours.zone()).toLocalDate();
    return Stream.iterate(today, day -> day.plusDays(1))
        .limit(LOOK_AHEAD)
        .flatMap(day -> hours.opening(day).stream())
        .filter(opening -> opening.isAfter(now))
        .findFirst()
        .orElse(now.plus(A_DAY));
  }
}
