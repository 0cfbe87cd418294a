package kept.desk;

import static java.time.Duration.ofDays;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import kept.conversations.Channel;
import kept.conversations.ConversationId;
import kept.customers.CustomerId;
import kept.promises.Kind;
import kept.promises.Promise;
import kept.promises.PromiseId;
import kept.promises.PromiseState;
import org.jspecify.annotations.Nullable;

/// Chuck's nine years and seven promises, and somebody with as many as one likes.
final class YearsCast {
  static final Instant NOW = PromiseCast.NOW;
  static final Instant SINCE = NOW.minus(ofDays(9 * 365 + 300));

  private YearsCast() {}

  static YearsLine chuck() {
    return line(sevenOfChucks(), SINCE);
  }

  static YearsLine many(int promises, int years) {
    var since = NOW.minus(ofDays(365L * years));
    return line(evenly(promises, since), since);
  }

  static YearsLine line(List<Promise> promises, Instant since) {
    var talks = IntStream.range(0, 11)
        .mapToObj(i -> since.plus(Duration.between(since, NOW).dividedBy(12).multipliedBy(i)))
        .toList();
    var line = new YearsWords(promises, talks, PromiseCast.TIME, NOW).line(since);
    if (line == null) throw new IllegalStateException("There is nothing to draw.");
    return line;
  }

  static List<Promise> sevenOfChucks() {
    return List.of(
        kept("Bring the first set", 3270, 3060, false),
        kept("Mend the fridge door", 2400, 2280, false),
        kept("Fit the wall mount", 1700, 1530, false),
        kept("Ring about the soundbar", 340, 267, true),
        kept("Haul away the old set", 6, 3, false),
        kept("Deliver both TVs before noon", 4, 2, false),
        open("Swap the cracked 42″ TV", ofDays(1).dividedBy(6), ofDays(1).dividedBy(12)));
  }

  /// Every seventh was kept late, the last runs.
  static List<Promise> evenly(int count, Instant since) {
    var promises = new ArrayList<Promise>();
    var days = (int) Duration.between(since, NOW).toDays();
    for (int i = 1; i < count; i++) {
      var ago = days - (int) ((long) days * i / count);
      promises.add(kept("Promise " + i, ago + 1, ago, i % 7 == 0));
    }
    promises.add(open("The last of them", ofDays(1), ofDays(1)));
    return promises;
  }

  static Promise kept(String what, int saidDaysAgo, int keptDaysAgo, boolean late) {
    var ended = NOW.minus(ofDays(keptDaysAgo));
    var due = late ? ended.minus(ofDays(1)) : ended.plus(Duration.ofHours(1));
    var said = NOW.minus(ofDays(saidDaysAgo + 1L));
    return promise(what, said, due, ended, late ? due : null);
  }

  static Promise open(String what, Duration saidAgo, Duration dueIn) {
    return promise(what, NOW.minus(saidAgo), NOW.plus(dueIn), null, null);
  }

  private static Promise promise(
      String what, Instant said, Instant due, @Nullable Instant ended, @Nullable Instant broken) {
    return new Promise(
        new PromiseId(
            UUID.nameUUIDFromBytes(what.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
        new ConversationId(new UUID(0, 1)),
        new CustomerId(new UUID(0, 2)),
        what,
        Kind.OTHER,
        PromiseCast.PRIYA.id(),
        null,
        PromiseCast.PRIYA.id(),
        said,
        Channel.EMAIL,
        due,
        ended == null ? PromiseState.OPEN : PromiseState.KEPT,
        ended,
        null,
        broken,
        null,
        false,
        due,
        null);
  }
}
