package kept.line.sip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import kept.line.TestLine;
import kept.line.sdp.Secrecy;
import org.junit.jupiter.api.Test;

/// Broken messages, the same for the same seed, against a running line. A bench asks for more
/// of them with `-Dmutations=100000`.
class MutationsWireTest {
  private static final int MESSAGES = Integer.getInteger("mutations", 3000);
  private static final int AT_ONCE = 50;
  private static final SipSettings.Times SHORT = new SipSettings.Times(
      Duration.ofMinutes(30),
      Duration.ofSeconds(90),
      Duration.ofSeconds(1),
      Duration.ofSeconds(25),
      Duration.ofSeconds(2));

  @Test
  void noneOfThemIsSaidBackOrLeavesAnythingBehind() throws Exception {
    var mutations = new SipMutations(4475);
    try (var kept = new TestLine(SHORT, null, Secrecy.CLEAR)) {
      int threads = Thread.activeCount();
      for (int batch = 0; batch * AT_ONCE < MESSAGES; batch++) attack(kept, mutations, batch);

      kept.desk.await("nobody talks", desk -> kept.line.calls().isEmpty() && kept.line.legs() == 0);
      assertThat(kept.line.failures()).isZero();
      // Some threads begin with the first message that needs them; a leak would be hundreds.
      assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + 10);
      System.out.printf("%,d mutated messages, nothing said back, nothing left%n", MESSAGES);
    }
  }

  /// From another address each time, or the doorkeeper would turn them away; each tenth time
  /// from the trunk, whose calls are let in.
  private static void attack(TestLine kept, SipMutations mutations, int batch) throws IOException {
    boolean trunk = batch % 10 == 9;
    var from = trunk ? "127.0.0.2" : "127.1." + batch / 250 + "." + (1 + batch % 250);
    try (var peer = new RawPeer(kept.port(), from, 5062)) {
      for (int i = 0; i < AT_ONCE; i++) {
        var message = new String(mutations.next(), ISO_8859_1);
        if (trunk) message = message.replace("sip:desk@example.com", "sip:7000@127.0.0.1");
        peer.send(message.getBytes(ISO_8859_1));
      }
      assertThat(peer.isAnswered(CleanAnswer::check)).as("batch %d", batch).isTrue();
      CleanAnswer.check(peer.overTcp(new String(mutations.next(), ISO_8859_1), true));
      assertThat(peer.isAnswered(CleanAnswer::check)).as("batch %d", batch).isTrue();
    }
  }
}
