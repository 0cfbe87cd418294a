package kept.bench;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/// From an INVITE until the tenth of ten phones has got its own, while 50 calls talk.
final class Ringing {
  static final int TALKING = 50;
  private static final int CALLS = 300;
  private static final int WARM = 200;
  static final int PHONES = 10;
  /// Calls before, since a line that has just started is still being compiled by the JVM.
  static final String COLUMNS = "calls before | calls | not all rang | p50 | p95 | p99 | load";

  private Ringing() {}

  /// When a call was made, and how many phones have heard of it.
  private record Made(long at, int rung) {}

  static void measure() throws Exception {
    LineBench.table("INVITE until ten free phones ring, 50 calls talking", COLUMNS);
    try (var line = new LineProcess();
        var voices = new Voices();
        var called = new Phones(BenchDesk.CALLED_HOST, line.port, voices);
        var callers = new Phones(LineProcess.CALLER_HOST, line.port, voices)) {
      var talking = new ArrayList<PhoneCall>();
      for (int i = 0; i < TALKING; i++) talking.add(Bridges.bridged(callers, called, i));
      time(callers, called, i -> "1555" + (1000 + i), "6" + called.port(), (from, call) -> {});
      Bridges.hangUp(talking);
      Bridges.mustBeQuiet(line);
    }
  }

  /// Rings and gives up, again and again, and prints how long it takes until the last phone rings:
  /// soon after the start, and later.
  static void time(
      Phones callers, Phones called, IntFunction<String> from, String number, WhileItRings then)
      throws Exception {
    var made = new ConcurrentHashMap<String, Made>();
    var times = new Spread(CALLS);
    called.whenInvited(invite -> rung(invite.fromUser(), made, times));
    int before = 0;
    for (int calls : new int[] {WARM, CALLS, CALLS}) {
      times.clear();
      for (int i = before; i < before + calls; i++)
        ring(callers, from.apply(i), number, made, then);
      Thread.sleep(500);
      if (before > 0)
        LineBench.row(
            before,
            calls,
            calls - times.count(),
            times.cell(0.5),
            times.cell(0.95),
            times.cell(0.99),
            Machine.load());
      before += calls;
    }
  }

  /// What somebody else does in the meantime.
  interface WhileItRings {
    void rings(String from, long since) throws Exception;
  }

  private static void ring(
      Phones callers, String from, String number, Map<String, Made> made, WhileItRings then)
      throws Exception {
    var call = callers.call(from, number);
    long since = System.nanoTime();
    made.put(from, new Made(since, 0));
    int code = call.ring();
    if (code != 180) throw new IllegalStateException("A call that should ring got " + code);
    Thread.sleep(50);
    then.rings(from, since);
    call.cancel();
    call.close();
  }

  /// On the one thread that reads for the phones.
  private static void rung(String from, Map<String, Made> made, Spread times) {
    var call = made.computeIfPresent(from, (key, before) -> new Made(before.at, before.rung + 1));
    if (call != null && call.rung == PHONES) times.add(System.nanoTime() - call.at);
  }
}
