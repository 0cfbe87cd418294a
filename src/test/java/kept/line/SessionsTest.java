package kept.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import kept.line.sdp.Secrecy;
import kept.line.sip.Ending;
import kept.line.sip.SipSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What ends a call that nobody hangs up, with seconds instead of minutes.
class SessionsTest {
  private static final SipSettings.Times SHORT = new SipSettings.Times(
      Duration.ofMinutes(30),
      Duration.ofSeconds(1),
      Duration.ofSeconds(1),
      Duration.ofSeconds(25),
      Duration.ofSeconds(2));
  private TestLine kept;

  @BeforeEach
  void open() throws IOException {
    kept = new TestLine(SHORT, null, Secrecy.CLEAR);
  }

  @AfterEach
  void close() {
    assertThat(kept.line.failures()).isZero();
    kept.close();
    assertThat(kept.line.legs()).as("ports that nobody gave back").isZero();
  }

  @Test
  void aSessionThatIsNotRefreshedEnds() throws Exception {
    Sipp.play("uac-expires", "127.0.0.2", kept.port(), "-s", "7000");
    assertThat(cause()).isEqualTo(Ending.Cause.EXPIRED);
  }

  @Test
  void anAnswerThatIsNeverAcknowledgedEnds() throws Exception {
    Sipp.play("uac-never-acks", "127.0.0.2", kept.port(), "-s", "7000");
    assertThat(cause()).isEqualTo(Ending.Cause.NOT_ACKNOWLEDGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"uac-is-refreshed", "uac-glares", "uac-meets-glare"})
  void aSessionIsRefreshedWhateverIsAskedMeanwhile(String scenario) throws Exception {
    Sipp.play(scenario, "127.0.0.2", kept.port(), "-s", "7000");
    assertThat(cause()).isEqualTo(Ending.Cause.HUNG_UP);
  }

  private Ending.Cause cause() throws InterruptedException {
    kept.desk.await("its end", desk -> !desk.all(CallEvent.Ended.class).isEmpty());
    return kept.desk.all(CallEvent.Ended.class).getFirst().ending().cause();
  }
}
