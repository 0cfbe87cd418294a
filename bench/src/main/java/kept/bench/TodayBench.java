package kept.bench;

import java.util.Arrays;
import java.util.Locale;
import kept.Rooms;

/// How long after its 250 a letter is on Today: as an open page learns of it, by the stream of news
/// and a second look at who waits.
final class TodayBench {
  private static final int LETTERS = 40;

  private TodayBench() {}

  static void run(RunningKept kept, Rooms rooms) throws Exception {
    var times = new double[LETTERS];
    try (var today = new OpenPage(kept, rooms.sessions.start(FullShop.owner(rooms), "bench"))) {
      for (int i = 0; i < LETTERS; i++)
        times[i] = time(kept, today, "About the dryer number " + i + ".");
    }
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%-28s p50 %6.0f ms  worst %6.0f ms%n",
        "from 250 to Today",
        times[LETTERS / 2],
        times[LETTERS - 1]);
  }

  private static double time(RunningKept kept, OpenPage today, String words) throws Exception {
    today.forget();
    MailBench.sendOne(kept.smtp, words);
    var accepted = System.nanoTime();
    today.awaitNews("conversations", "/today/waiting", words);
    return (System.nanoTime() - accepted) / 1e6;
  }
}
