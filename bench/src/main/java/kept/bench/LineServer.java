package kept.bench;

import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kept.line.Line;
import kept.line.LineSettings;
import kept.line.rtp.MediaSettings;
import kept.line.sdp.Secrecy;
import kept.line.sip.Gate;
import kept.line.sip.PhoneEvents;
import kept.line.sip.SipSettings;
import kept.line.sip.TollRules;
import kept.line.sip.Transport;
import kept.line.sip.Trunk;

/// A phone line alone in its process, with [BenchDesk] behind it. It says `ready` and its
/// port, then its figures for each line that it is sent, and ends with its input.
final class LineServer {
  private LineServer() {}

  public static void main(String[] folder) throws IOException {
    var answers = System.out;
    System.setOut(System.err); // the log's
    var here = InetAddress.getByName("127.0.0.1");
    var settings = new LineSettings(
        new SipSettings(here, 0, -1, here, null, "Kept", SipSettings.Times.USUAL),
        new MediaSettings(here, 20000, 27999, Duration.ofSeconds(60)),
        new Gate.Guards(
            "kept",
            false,
            (user, realm, algorithm) -> Optional.empty(),
            PhoneEvents.NOBODY,
            (host, port, transport) -> List.of(new InetSocketAddress(host, port)),
            TollRules.none(Set.of()),
            InstantSource.system(),
            ZoneOffset.UTC),
        List.of(new Trunk(
            "carrier",
            LineProcess.CALLER_HOST,
            9,
            Transport.UDP,
            null,
            false,
            1,
            1000,
            Duration.ofHours(1))),
        Secrecy.CLEAR,
        BenchDesk.PROMPT,
        BenchDesk.PROMPT);
    try (var line = new Line(settings, new BenchDesk(Path.of(folder[0])));
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      line.listen();
      answers.println("ready " + line.port(Transport.UDP));
      for (var asked = in.readLine(); asked != null; asked = in.readLine()) {
        if (asked.equals("collect")) System.gc();
        answers.println(figures(line));
      }
    }
  }

  private static String figures(Line line) {
    var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    return heap.getUsed() + " " + line.calls().size() + " " + line.legs() + " " + line.recordings()
        + " " + line.failures() + " " + line.turnedAway() + " " + allocated("line-relay") + " "
        + allocated("line-pacer");
  }

  /// Bytes that the threads of this name have asked for so far.
  private static long allocated(String name) {
    var bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var threads = Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(name))
        .mapToLong(Thread::threadId)
        .toArray();
    return Arrays.stream(bean.getThreadAllocatedBytes(threads)).sum();
  }
}
