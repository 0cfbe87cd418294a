package kept.platform.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import kept.platform.SettableClock;
import kept.platform.push.PushService.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushLineWireTest {
  private static final PushManner MANNER = new PushManner(Duration.ofHours(2), true, "promise");

  private final PushService service = new PushService();
  private final PushAddress phone = service.subscribe("phone");
  private final Vapid vapid = new Vapid(Curve.freshPair());
  private final PushLine line = line(PushService.reach());

  @AfterEach
  void close() {
    line.close();
    service.close();
  }

  @Test
  void whatIsSentIsWhatTheBrowserReads() throws Exception {
    assertThat(send()).isEqualTo(new PushAnswer.Accepted());

    var arrived = service.next();
    assertThat(arrived.words()).isEqualTo("Rosa’s quote, 40 min left");
    assertThat(arrived.header("Ttl")).isEqualTo("7200");
    assertThat(arrived.header("Urgency")).isEqualTo("high");
    assertThat(arrived.header("Topic")).hasSize(32).doesNotContain("promise");
    assertThat(arrived.header("Authorization")).contains(vapid.publicKey());
  }

  @Test
  void aBrowserThatLeftIsGone() throws Exception {
    service.answers(
        new Answer(410, "push subscription has unsubscribed", Map.of()), Answer.of(404));

    assertThat(send()).isEqualTo(new PushAnswer.Gone("410 push subscription has unsubscribed"));
    assertThat(send()).isEqualTo(new PushAnswer.Gone("404"));
  }

  @Test
  void aServiceThatAsksForPatienceGetsIt() throws Exception {
    service.answers(
        new Answer(429, "slow down", Map.of("Retry-After", "120")),
        new Answer(503, "", Map.of("Retry-After", "Tue, 24 Nov 2026 14:05:00 GMT")),
        new Answer(503, "", Map.of("Retry-After", "tomorrow")),
        new Answer(503, "", Map.of("Retry-After", "9999999")));

    assertThat(send()).isEqualTo(new PushAnswer.Later("429 slow down", Duration.ofMinutes(2)));
    assertThat(send()).isEqualTo(new PushAnswer.Later("503", Duration.ofMinutes(5)));
    assertThat(send()).isEqualTo(new PushAnswer.Later("503", Duration.ZERO));
    assertThat(send()).isEqualTo(new PushAnswer.Later("503", Duration.ofHours(1)));
  }

  @Test
  void aServiceThatStumblesTakesItTheNextTime() throws Exception {
    service.answers(Answer.of(500));

    assertThat(send()).isEqualTo(new PushAnswer.Later("500", Duration.ZERO));
    assertThat(send()).isEqualTo(new PushAnswer.Accepted());
  }

  @Test
  void itsWordsAreKeptAndCutShort() throws Exception {
    service.answers(
        new Answer(403, "the key\n does not\tfit", Map.of()),
        new Answer(413, "x".repeat(100_000), Map.of()));

    assertThat(send()).isEqualTo(new PushAnswer.Refused("403 the key does not fit"));
    assertThat(((PushAnswer.Refused) send()).words()).hasSizeLessThan(510);
  }

  @Test
  void nobodyIsFollowedElsewhere() throws Exception {
    var elsewhere = service.subscribe("elsewhere");
    service.answers(new Answer(307, "", Map.of("Location", elsewhere.endpoint())));

    assertThat(send()).isEqualTo(new PushAnswer.Refused("307"));
    assertThat(service.waiting()).isZero();
  }

  @Test
  void aServiceThatIsNotThereIsTriedAgain() throws Exception {
    service.close();

    assertThat(send())
        .isInstanceOfSatisfying(
            PushAnswer.Later.class, later -> assertThat(later.words()).contains("localhost"));
  }

  @Test
  void aStrangersCertificateIsNotBelieved() throws Exception {
    var reach =
        new PushReach(InetAddress::isLoopbackAddress, PushReach.publicInternet().tls());
    try (var strict = line(reach)) {
      assertThat(strict.send(phone, new byte[3], MANNER)).isInstanceOf(PushAnswer.Later.class);
    }
    assertThat(service.waiting()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "https://localhost/x",
        "https://10.1.2.3/x",
        "https://169.254.169.254/latest/meta-data",
        "https://[fd00::1]/x",
        "https://0.0.0.0/x"
      })
  void nothingInsideTheHouseIsKnockedAt(String endpoint) throws Exception {
    try (var line = line(PushReach.publicInternet())) {
      var inside = new PushAddress(endpoint, phone.p256dh(), phone.auth());

      assertThat(line.send(inside, new byte[3], MANNER)).isInstanceOf(PushAnswer.Refused.class);
      assertThat(PushReach.publicInternet().mayHold(inside.uri())).isFalse();
    }
  }

  private PushAnswer send() throws InterruptedException {
    return line.send(phone, "Rosa’s quote, 40 min left".getBytes(UTF_8), MANNER);
  }

  private PushLine line(PushReach reach) {
    return new PushLine(() -> vapid, () -> "mailto:dana@example.com", reach, new SettableClock());
  }
}
