package kept.bench;

import java.util.ArrayList;

/// A prompt played to many: how far from 20 ms after the one before each packet is heard, by
/// the receiver's clock, and what playing it costs.
final class Pacing {
  private static final int[] CALLS = {1, 50, 100};
  private static final int SECONDS = 10;

  private Pacing() {}

  static void measure() throws Exception {
    LineBench.table(
        "A prompt played: how far from 20 ms after the one before each packet is heard",
        "calls | packets a second | p50 | p99 | p99.9 | CPU of one core | bytes asked for, a packet"
            + " | load");
    for (int calls : CALLS) to(calls);
  }

  private static void to(int calls) throws Exception {
    try (var line = new LineProcess();
        var voices = new Voices();
        var callers = new Phones(LineProcess.CALLER_HOST, line.port, voices)) {
      var hearing = new ArrayList<PhoneCall>();
      for (int i = 0; i < calls; i++) {
        var call = callers.call("1444" + (1000 + i), "7000");
        int code = call.talk(false);
        if (code != 200) throw new IllegalStateException("A call to the prompt got " + code);
        hearing.add(call);
      }
      voices.measure(3, calls * 250);
      var before = line.figures();
      long cpu = line.cpuMillis();
      var found = voices.measure(SECONDS, calls * 60 * SECONDS);
      double core = Bridges.core(line.cpuMillis() - cpu);
      long asked = line.figures().paced() - before.paced();
      LineBench.row(
          calls,
          found.others() / SECONDS,
          found.unevenness().cell(0.5),
          found.unevenness().cell(0.99),
          found.unevenness().cell(0.999),
          LineBench.number("%.1f %%", core),
          LineBench.number("%.3f", asked / (double) found.others()),
          Machine.load());
      Bridges.hangUp(hearing);
      Bridges.mustBeQuiet(line);
    }
  }
}
