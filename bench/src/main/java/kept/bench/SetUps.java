package kept.bench;

/// Calls that sipp makes, rung through to a phone that sipp plays and takes at once: how many
/// a second go well, how long from INVITE to 200, and what one costs; at last few again, after
/// more than could be done.
final class SetUps {
  private static final int SECONDS = 10;
  /// Calls that have not come to their end so long after the last was made have failed.
  private static final int PATIENCE = 15;

  private static final int CALLED_PORT = 5074;
  private static final int CALLERS_PORT = 5072;

  private SetUps() {}

  static void measure() throws Exception {
    LineBench.table(
        "Calls set up: sipp, the line, sipp",
        "calls a second | calls | failed | sent again | INVITE to 200, p50 | p95 | p99 | CPU of the"
            + " line a call | its compiler's | load");
    if (!Sipp.isHere()) {
      LineBench.say("sipp is not installed (Debian: sip-tester), so nothing was set up.");
      return;
    }
    try (var line = new LineProcess();
        var called = new Sipp("called", BenchDesk.CALLED_HOST, CALLED_PORT, line.port)) {
      at(20, line, false);
      for (int rate : new int[] {60, 100, 100}) at(rate, line, false);
      for (int rate : new int[] {50, 100, 200, 400, 100}) at(rate, line, true);
      var end = line.quiet();
      LineBench.say(
          "%nAt the end %d calls, %d legs, %d failures, %d turned away.",
          end.calls(), end.legs(), end.failures(), end.turnedAway());
      if (!called.isRunning()) throw new IllegalStateException(called.said());
    }
  }

  private static void at(int rate, LineProcess line, boolean told) throws Exception {
    int calls = rate * SECONDS;
    long cpu = line.cpuMillis();
    long compiling = line.compilerMillis();
    try (var callers = new Sipp(
        "callers",
        LineProcess.CALLER_HOST,
        CALLERS_PORT,
        line.port,
        "-s",
        "8" + CALLED_PORT,
        "-r",
        "" + rate,
        "-m",
        "" + calls,
        "-l",
        "100000",
        "-d",
        "500",
        "-trace_rtt",
        "-rtt_freq",
        "50",
        "-trace_stat",
        "-fd",
        "1")) {
      if (!callers.ends(SECONDS + PATIENCE)) unfinished(rate);
      double each = (double) (line.cpuMillis() - cpu) / calls;
      double compiled = (double) (line.compilerMillis() - compiling) / calls;
      var times = callers.times("answered");
      if (!told) return;
      LineBench.row(
          rate,
          calls,
          calls - callers.count("SuccessfulCall(C)"),
          callers.count("Retransmissions(C)"),
          times.cell(0.5),
          times.cell(0.95),
          times.cell(0.99),
          LineBench.number("%.2f ms", each),
          LineBench.number("%.2f ms", compiled),
          Machine.load());
    }
  }

  private static void unfinished(int rate) {
    System.err.println("At " + rate + " a second some calls did not come to their end.");
  }
}
