package kept.line.sip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import kept.line.TestLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A CANCEL ends the call whose branch it carries, and no other (RFC 3261, sections 9.2 and
/// 17.2.3).
@Timeout(60)
class CancelWireTest {
  private static final String OURS = ";branch=z9hG4bK";
  private TestLine kept;
  private RawPeer carrier;

  @BeforeEach
  void twoRing() throws Exception {
    kept = new TestLine();
    carrier = new RawPeer(kept.port(), "127.0.0.2", 0);
    for (var call : List.of("first", "second")) {
      send("INVITE", call, "127.0.0.2", OURS + call);
      assertThat(heard("INVITE", call)).contains(180);
    }
  }

  @AfterEach
  void close() throws Exception {
    assertThat(kept.line.failures()).isZero();
    carrier.close();
    kept.close();
  }

  @Test
  void theOneThatIsMeantEnds() throws Exception {
    send("CANCEL", "second", "127.0.0.2", OURS + "SECOND");

    assertThat(heard("INVITE", "second")).contains(487);
    kept.desk.await("the other", desk -> kept.line.calls().size() == 1);
  }

  @Test
  void whoeverNamesNoneOfTheirsEndsNone() throws Exception {
    send("CANCEL", "first", "127.0.0.2", OURS + "third");
    assertThat(heard("CANCEL", "first")).contains(481);

    send("CANCEL", "second", "127.0.0.3", OURS + "second");
    assertThat(heard("CANCEL", "second")).contains(481);

    assertThat(kept.line.calls()).hasSize(2);
  }

  /// RFC 2543 knew no branches.
  @Test
  void anOldOneIsFoundByWhatItSays() throws Exception {
    send("INVITE", "old", "127.0.0.2", "");
    assertThat(heard("INVITE", "old")).contains(180);

    send("CANCEL", "old", "127.0.0.2", "");

    assertThat(heard("INVITE", "old")).contains(487);
  }

  private void send(String method, String call, String sentBy, String branch) throws IOException {
    var request = """
        %s sip:9000@127.0.0.1 SIP/2.0
        Via: SIP/2.0/UDP %s:%d%s
        Max-Forwards: 70
        From: <sip:+15550100@127.0.0.2>;tag=%s
        To: <sip:9000@127.0.0.1>
        Call-ID: %s@cancel
        CSeq: 1 %1$s
        Contact: <sip:carrier@127.0.0.2:%3$d>
        Content-Length: 0

        """.formatted(method, sentBy, carrier.localPort(), branch, call, call);
    carrier.send(request.replace("\n", "\r\n").getBytes(ISO_8859_1));
  }

  /// The answers to this request, until none comes for a moment.
  private List<Integer> heard(String method, String call) throws IOException {
    var statuses = new ArrayList<Integer>();
    for (var next = carrier.hear(5_000); next.isPresent(); next = carrier.hear(300)) {
      var answer = WireMessage.read(next.get());
      if (answer.header("CSeq").endsWith(method) && answer.header("Call-ID").startsWith(call))
        statuses.add(answer.status());
    }
    return statuses;
  }
}
