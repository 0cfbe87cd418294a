package kept.line.sip;

import static org.assertj.core.api.Assertions.assertThat;

import kept.line.CallEvent;
import kept.line.TestLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Messages that meet on the way.
@Timeout(60)
class CrossingWireTest {
  private static final int CALLS = 20;
  private TestLine kept;

  @BeforeEach
  void open() throws Exception {
    kept = new TestLine();
  }

  @AfterEach
  void close() throws Exception {
    kept.desk.await("the end", desk -> kept.line.calls().isEmpty() && kept.line.legs() == 0);
    assertThat(kept.line.failures()).isZero();
    kept.close();
  }

  /// Whichever comes first: nobody is left in a call (RFC 3261, sections 9.2 and 15).
  @Test
  void aCallerWhoGivesUpAsTheCallIsTakenIsLeftInNoCall() throws Exception {
    try (var caller = Softphone.udp(kept.port(), "127.0.0.2", "+15550100")) {
      for (int i = 0; i < CALLS; i++) assertThat(caller.giveUp("7000", i)).isIn(200, 487);
    }
    kept.desk.await("each end", desk -> desk.all(CallEvent.Ended.class).size() == CALLS);
  }

  /// A phone's 180 and 200 may be read by two threads at once.
  @Test
  void aPhoneThatRingsAndAnswersInOneBreathIsHeard() throws Exception {
    try (var phone = Softphone.udp(kept.port(), "127.0.0.1", "101");
        var caller = Softphone.udp(kept.port(), "127.0.0.1", "102")) {
      phone.ringsFirst();
      phone.register();
      for (int i = 1; i <= CALLS; i++) {
        int calls = i;
        var dialog = caller.call("8101");
        kept.desk.await("both", desk -> desk.all(CallEvent.Connected.class).size() == calls);
        caller.hangUp(dialog);
        phone.hears("BYE", calls);
      }
    }
  }
}
