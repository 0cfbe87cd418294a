package kept.bench;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/// Calls in which both sides talk: what gets lost between them, how much later it is heard,
/// and what carrying it costs. The same audio through rtpengine, and straight across, to
/// compare.
final class Bridges {
  private static final int[] CALLS = {1, 50, 100, 200};
  private static final int SECONDS = 10;
  private static final int PACKETS_A_SECOND = 100;

  private Bridges() {}

  static void measure() throws Exception {
    LineBench.table(
        "Bridged calls: both sides talk, each packet says when it was sent",
        "through | calls | packets a second | lost | one way, p50 | p99 | p99.9 | CPU of one core |"
            + " bytes asked for, a packet | load");
    for (int calls : CALLS) {
      throughNothing(calls);
      throughTheLine(calls);
      if (RtpEngine.isHere()) throughRtpEngine(calls);
    }
    if (!RtpEngine.isHere())
      LineBench.say("%nrtpengine is not installed (Debian: rtpengine-daemon).");
  }

  private static void throughTheLine(int calls) throws Exception {
    try (var line = new LineProcess();
        var voices = new Voices();
        var called = new Phones(BenchDesk.CALLED_HOST, line.port, voices);
        var callers = new Phones(LineProcess.CALLER_HOST, line.port, voices)) {
      var talking = new ArrayList<PhoneCall>();
      for (int i = 0; i < calls; i++) talking.add(bridged(callers, called, i));
      warm(voices, calls);
      var before = line.figures();
      long cpu = line.cpuMillis();
      var found = voices.measure(SECONDS, expected(calls));
      double core = core(line.cpuMillis() - cpu);
      long asked = line.figures().relayed() - before.relayed();
      row("the line", calls, found, core, LineBench.number("%.3f", asked / (double) found.said()));
      hangUp(talking);
      mustBeQuiet(line);
    }
  }

  private static void throughRtpEngine(int calls) throws Exception {
    try (var relay = new RtpEngine();
        var voices = new Voices()) {
      for (int i = 0; i < calls; i++) {
        var one = new Voice(LineProcess.CALLER_HOST);
        var other = new Voice(BenchDesk.CALLED_HOST);
        int forOther = relay.offer("" + i, sdp(LineProcess.CALLER_HOST, one));
        int forOne = relay.answer("" + i, sdp(BenchDesk.CALLED_HOST, other));
        one.talksTo(here(forOne));
        other.talksTo(here(forOther));
        voices.join(one, true);
        voices.join(other, true);
      }
      warm(voices, calls);
      long cpu = Machine.cpuMillis(relay.pid());
      var found = voices.measure(SECONDS, expected(calls));
      row("rtpengine", calls, found, core(Machine.cpuMillis(relay.pid()) - cpu), "");
      for (int i = 0; i < calls; i++) relay.delete("" + i);
    }
  }

  /// What sender and receiver take themselves.
  private static void throughNothing(int calls) throws Exception {
    try (var voices = new Voices()) {
      for (int i = 0; i < calls; i++) {
        var one = new Voice(LineProcess.CALLER_HOST);
        var other = new Voice(BenchDesk.CALLED_HOST);
        one.talksTo(new InetSocketAddress(BenchDesk.CALLED_HOST, other.port()));
        other.talksTo(new InetSocketAddress(LineProcess.CALLER_HOST, one.port()));
        voices.join(one, true);
        voices.join(other, true);
      }
      warm(voices, calls);
      row("nothing", calls, voices.measure(SECONDS, expected(calls)), Double.NaN, "");
    }
  }

  /// Until the compilers are done.
  private static void warm(Voices voices, int calls) throws InterruptedException {
    voices.measure(calls == 1 ? 2 : 4, expected(calls));
  }

  static PhoneCall bridged(Phones callers, Phones called, int i) throws Exception {
    var call = callers.call("1444" + (1000 + i), "8" + called.port());
    int code = call.talk(true);
    if (code != 200) throw new IllegalStateException("A call that should be taken got " + code);
    return call;
  }

  static void hangUp(List<PhoneCall> calls) throws Exception {
    for (var call : calls) {
      call.hangUp();
      call.close();
    }
  }

  /// A line that keeps something of calls that are over is a fault, not a figure.
  static void mustBeQuiet(LineProcess line) throws Exception {
    var end = line.quiet();
    if (end.calls() != 0 || end.legs() != 0 || end.failures() != 0)
      throw new IllegalStateException("Everybody hung up, and the line has " + end + line.log());
  }

  private static void row(
      String through, int calls, Voices.Measure found, double core, String asked) {
    LineBench.row(
        through,
        calls,
        found.said() / SECONDS,
        found.lost(),
        found.delays().cell(0.5),
        found.delays().cell(0.99),
        found.delays().cell(0.999),
        Double.isNaN(core) ? "" : LineBench.number("%.1f %%", core),
        asked,
        Machine.load());
  }

  /// Of one core, in a hundred.
  static double core(long cpuMillis) {
    return cpuMillis / (SECONDS * 10.0);
  }

  private static int expected(int calls) {
    return (SECONDS + 1) * PACKETS_A_SECOND * calls;
  }

  private static String sdp(String host, Voice voice) {
    return SipText.sdp(host, voice.port(), 1, "sendrecv");
  }

  private static InetSocketAddress here(int port) throws java.io.IOException {
    return new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
  }
}
