package kept.bench;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// From an INVITE until the tenth of ten phones has got its own, while 50 calls talk.
final class Ringing {
  private static final int TALKING = 50;
  private static final int CALLS = 300;
  private static final int WARM = 200;
  private static final int PHONES = 10;

  private Ringing() {}

  /// When a call was made, and how many phones have heard of it.
  private record Made(long at, int rung) {}

  static void measure() throws Exception {
    LineBench.table(
        "INVITE until ten free phones ring, 50 calls talking",
        "calls | not all rang | p50 | p95 | p99 | load");
    try (var line = new LineProcess();
        var voices = new Voices();
        var called = new Phones(BenchDesk.CALLED_HOST, line.port, voices);
        var callers = new Phones(LineProcess.CALLER_HOST, line.port, voices)) {
      var talking = new ArrayList<PhoneCall>();
      for (int i = 0; i < TALKING; i++) talking.add(Bridges.bridged(callers, called, i));
      var made = new ConcurrentHashMap<String, Made>();
      var times = new Spread(CALLS);
      called.whenInvited(invite -> rung(invite.fromUser(), made, times));
      for (int i = 0; i < WARM + CALLS; i++) {
        if (i == WARM) {
          Thread.sleep(500);
          times.clear();
        }
        ring(callers, called, made, i);
      }
      Thread.sleep(500);
      LineBench.row(
          CALLS,
          CALLS - times.count(),
          times.cell(0.5),
          times.cell(0.95),
          times.cell(0.99),
          Machine.load());
      Bridges.hangUp(talking);
      Bridges.mustBeQuiet(line);
    }
  }

  private static void ring(Phones callers, Phones called, Map<String, Made> made, int i)
      throws Exception {
    var from = "1555" + (1000 + i);
    var call = callers.call(from, "6" + called.port());
    made.put(from, new Made(System.nanoTime(), 0));
    int code = call.ring();
    if (code != 180) throw new IllegalStateException("A call that should ring got " + code);
    Thread.sleep(50);
    call.cancel();
    call.close();
  }

  /// On the one thread that reads for the phones.
  private static void rung(String from, Map<String, Made> made, Spread times) {
    var call = made.computeIfPresent(from, (key, before) -> new Made(before.at, before.rung + 1));
    if (call != null && call.rung == PHONES) times.add(System.nanoTime() - call.at);
  }
}
