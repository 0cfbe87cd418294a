package kept.journeys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import kept.journeys.AlarmBox.Arrival;
import kept.platform.Database;
import kept.platform.Rows;

/// What came of all the alarms. How late one is counts the longest without a break that Kept was up
/// and its clock showed the alarm's time or a later one before it came.
record ChaosReport(
    AlarmChaos.Size size,
    Map<AlarmChaos.Blow, Integer> blows,
    int alarms,
    int missing,
    int doubled,
    int letters,
    int lettersLost,
    int repeats,
    int repeatsUnmarked,
    int early,
    Lateness fired,
    Lateness came) {

  /// Of many, in milliseconds.
  record Lateness(long median, long p99, long most, int overASecond) {
    static Lateness of(List<Duration> all) {
      var sorted = all.stream().mapToLong(Duration::toMillis).sorted().toArray();
      if (sorted.length == 0) return new Lateness(0, 0, 0, 0);
      var over = (int) all.stream().filter(each -> each.toMillis() > 1_000).count();
      return new Lateness(
          sorted[sorted.length / 2],
          sorted[(int) (sorted.length * 0.99)],
          sorted[sorted.length - 1],
          over);
    }
  }

  private record Telling(
      UUID alarm,
      UUID promise,
      String step,
      Instant madeAt,
      Instant at,
      Instant firedAt,
      UUID delivery) {}

  static ChaosReport read(
      Database database,
      Chronicle chronicle,
      Map<UUID, List<Arrival>> arrivals,
      Map<AlarmChaos.Blow, Integer> blows,
      AlarmChaos.Size size) {
    var tellings = database.read(
        tx -> tx.createQuery("""
            select a.id, a.promise, a.step, p.made_at, a.at, a.fired_at, t.delivery
              from alarm a
              join promise p on p.id = a.promise
              join alarm_told t on t.alarm = a.id and t.channel = 'mail'
             where a.fired_at is not null and a.cause = 'clock'
            """).map((row, context) -> telling(row)).list());
    return new Count(chronicle, arrivals).report(tellings, blows, size);
  }

  private static Telling telling(ResultSet row) throws SQLException {
    return new Telling(
        row.getObject("id", UUID.class),
        row.getObject("promise", UUID.class),
        row.getString("step"),
        Rows.time(row, "made_at"),
        Rows.time(row, "at"),
        Rows.time(row, "fired_at"),
        row.getObject("delivery", UUID.class));
  }

  private record Count(Chronicle chronicle, Map<UUID, List<Arrival>> arrivals) {
    ChaosReport report(
        List<Telling> tellings, Map<AlarmChaos.Blow, Integer> blows, AlarmChaos.Size size) {
      var steps = new HashMap<String, UUID>();
      var doubled = new HashSet<UUID>();
      var fired = new HashMap<UUID, Duration>();
      var came = new ArrayList<Duration>();
      int lost = 0;
      int repeats = 0;
      int unmarked = 0;
      int early = 0;
      for (var telling : tellings) {
        var known = steps.putIfAbsent(telling.promise + telling.step, telling.alarm);
        if (known != null && !known.equals(telling.alarm)) doubled.add(telling.alarm);
        if (telling.firedAt.isBefore(telling.at)) early++;
        var letters = arrivals.getOrDefault(telling.delivery, List.of());
        if (letters.isEmpty()) {
          lost++;
          continue;
        }
        repeats += letters.size() - 1;
        unmarked +=
            (int) letters.stream().skip(1).filter(each -> !each.repeat()).count();
        var made = chronicle.firstShown(telling.madeAt);
        var first = letters.getFirst().at();
        var shown = chronicle.lastShown(telling.firedAt, first).orElse(first);
        fired.putIfAbsent(telling.alarm, chronicle.longestDue(telling.at, made, shown));
        came.add(chronicle.longestDue(telling.at, made, first));
      }
      return new ChaosReport(
          size,
          blows,
          steps.size(),
          size.promises() * 5 - steps.size(),
          doubled.size(),
          tellings.size(),
          lost,
          repeats,
          unmarked,
          early,
          Lateness.of(List.copyOf(fired.values())),
          Lateness.of(came));
    }
  }

  String table() {
    var text = new StringBuilder();
    text.append("| what | count |\n| --- | --- |\n");
    line(text, "promises (seed " + size.seed() + ")", size.promises());
    blows.forEach(
        (blow, times) -> line(text, blow.name().toLowerCase(Locale.ROOT).replace('_', ' '), times));
    line(text, "alarms fired", alarms);
    line(text, "alarms missing", missing);
    line(text, "alarms early", early);
    line(text, "alarms fired twice", doubled);
    line(text, "letters", letters);
    line(text, "letters lost", lettersLost);
    line(text, "letters that came again", repeats);
    line(text, "of those without saying so", repeatsUnmarked);
    late(text, "alarm on the desk after its time", fired);
    late(text, "letter there after its time", came);
    return text.toString();
  }

  private static void line(StringBuilder text, String what, int count) {
    text.append(String.format(Locale.ROOT, "| %s | %,d |%n", what, count));
  }

  private static void late(StringBuilder text, String what, Lateness late) {
    text.append(String.format(
        Locale.ROOT,
        "| %s, while up | p50 %,d ms, p99 %,d ms, max %,d ms, over 1 s: %,d |%n",
        what,
        late.median,
        late.p99,
        late.most,
        late.overASecond));
  }
}
