package kept.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;

/// Fifty calls turning over for as long as it is told, and each minute what the line holds: so
/// that what grows is seen. A leg or a call that is left at the end is a failure.
final class SoakBench {
  private static final int CALLERS = 50;
  /// What the stack keeps of a call that is over (64 T1, RFC 3261) is gone by then.
  private static final int FORGETTING_SECONDS = 70;

  private SoakBench() {}

  /// One look at the line's process.
  private record Look(
      String when,
      LineProcess.Figures figures,
      long residentMegabytes,
      long threads,
      long openFiles) {
    static Look at(String when, LineProcess line) throws Exception {
      var pid = line.pid();
      return new Look(
          when,
          line.collected(),
          Machine.residentMegabytes(pid),
          Machine.threads(pid),
          Machine.openFiles(pid));
    }

    void print(SoakCallers callers) {
      LineBench.row(
          when,
          callers.made(),
          String.format(Locale.ROOT, "%.1f MB", figures.heap() / 1048576.0),
          residentMegabytes + " MB",
          threads,
          openFiles,
          figures.legs(),
          figures.calls(),
          figures.recordings(),
          Machine.load());
    }
  }

  static void run(int minutes) throws Exception {
    LineBench.table(
        CALLERS + " calls turning over for " + minutes + " minutes",
        "minute | calls made | heap after collecting | resident | threads | open files | legs |"
            + " calls | recordings | load");
    try (var line = new LineProcess();
        var voices = new Voices();
        var called = new Phones(BenchDesk.CALLED_HOST, line.port, voices);
        var phones = new Phones(LineProcess.CALLER_HOST, line.port, voices)) {
      var callers = new SoakCallers(phones, called, CALLERS);
      var looks = new ArrayList<Look>();
      Look.at("0", line).print(callers);
      callers.start(Duration.ofMinutes(minutes));
      for (int i = 1; i <= minutes; i++) {
        Thread.sleep(60_000);
        looks.add(Look.at("" + i, line));
        looks.getLast().print(callers);
      }
      callers.await();
      line.quiet();
      Look.at("all hung up", line).print(callers);
      Thread.sleep(FORGETTING_SECONDS * 1000L);
      var end = Look.at("and forgotten", line);
      end.print(callers);
      LineBench.say("%n%s", callers.told());
      judge(looks.getFirst(), looks.getLast(), end, callers, line);
    }
  }

  private static void judge(Look first, Look last, Look end, SoakCallers callers, LineProcess line)
      throws Exception {
    LineBench.say(
        "From the first minute to the last the heap went from %.1f to %.1f MB, threads from %d to"
            + " %d, open files from %d to %d.",
        first.figures.heap() / 1048576.0,
        last.figures.heap() / 1048576.0,
        first.threads,
        last.threads,
        first.openFiles,
        last.openFiles);
    var faults = new ArrayList<>(callers.faults());
    var left = end.figures;
    if (left.calls() != 0 || left.legs() != 0 || left.recordings() != 0)
      faults.add("The line still holds " + left);
    if (left.failures() != 0) faults.add(left.failures() + " messages failed in the line.");
    line.warnings().limit(5).forEach(faults::add);
    if (!faults.isEmpty()) throw new IllegalStateException(String.join("\n", faults));
  }
}
