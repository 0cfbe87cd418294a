package kept.line.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import kept.line.TestLine;
import kept.line.sip.TrunkReport.Finding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is wrong with a trunk is found out within five seconds, each wrong answer by its own.
class TrunkTrialWireTest {
  private static final Credentials RIGHT = new Credentials("acct", "secret");
  private static final Credentials WRONG = new Credentials("acct", "guess");

  @Test
  void oneThatRegistersUsSaysForHowLong() throws Exception {
    try (var carrier = new TestCarrier(DigestAlgorithm.MD5)) {
      var report = tried(carrier.port(), RIGHT, true);

      assertThat(report.finding()).isEqualTo(Finding.WORKS);
      assertThat(report.granted()).isEqualTo(Duration.ofSeconds(2));
      assertThat(report.took()).isPositive();
    }
  }

  @Test
  void aWrongPasswordIsAWrongPassword() throws Exception {
    try (var carrier = new TestCarrier(DigestAlgorithm.MD5)) {
      assertThat(tried(carrier.port(), WRONG, true).finding()).isEqualTo(Finding.WRONG_PASSWORD);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "404 Not Found, true, NO_SUCH_USER",
    "403 Forbidden, true, FORBIDDEN",
    "403 Forbidden, false, FORBIDDEN",
    "488 Not Acceptable Here, false, NO_COMMON_SOUND",
    "503 Service Unavailable, true, REFUSED",
    "405 Method Not Allowed, false, WORKS",
    "200 OK, false, WORKS"
  })
  void eachAnswerSaysWhatIsWrong(String status, boolean registers, Finding finding)
      throws Exception {
    try (var carrier = new Stubborn(status)) {
      var report = tried(carrier.port(), registers ? RIGHT : null, registers);

      assertThat(report.finding()).isEqualTo(finding);
      assertThat(report.code()).isEqualTo(Integer.parseInt(status.substring(0, 3)));
    }
  }

  @Test
  void oneThatAsksWhoWeAreIsToldNothingWithoutAPassword() throws Exception {
    try (var carrier =
        new Stubborn("401 Unauthorized", "WWW-Authenticate: Digest realm=\"c\", nonce=\"n\"")) {
      assertThat(tried(carrier.port(), null, false).finding()).isEqualTo(Finding.ASKS_WHO_WE_ARE);
    }
  }

  @Test
  void oneThatSaysNothingIsGivenUpSoon() throws Exception {
    try (var carrier = new TestCarrier(DigestAlgorithm.MD5)) {
      carrier.silent = true;
      var began = System.nanoTime();

      assertThat(tried(carrier.port(), RIGHT, true).finding()).isEqualTo(Finding.SILENT);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
    }
  }

  @Test
  void aPortAtWhichNobodyListensIsClosed() throws Exception {
    int free = free();
    try (var kept = new TestLine(List.of())) {
      assertThat(kept.line
              .test(trunk("127.0.0.5", free, Transport.UDP, null, false))
              .finding())
          .isEqualTo(Finding.PORT_CLOSED);
      assertThat(kept.line
              .test(trunk("127.0.0.5", free, Transport.TCP, null, false))
              .finding())
          .isEqualTo(Finding.PORT_CLOSED);
    }
  }

  @Test
  void aNameThatLeadsNowhereIsSaid() throws Exception {
    try (var kept = new TestLine(List.of())) {
      assertThat(kept.line
              .test(trunk("sip.nowhere.invalid", 5060, Transport.UDP, null, false))
              .finding())
          .isEqualTo(Finding.NO_SUCH_NAME);
      assertThat(kept.line.failures()).isZero();
    }
  }

  @Test
  void tlsThatIsNotOpenHereIsNotTried() throws Exception {
    try (var kept = new TestLine(List.of())) {
      assertThat(kept.line
              .test(trunk("127.0.0.5", 5061, Transport.TLS, null, false))
              .finding())
          .isEqualTo(Finding.UNSENDABLE);
    }
  }

  private static TrunkReport tried(int port, @Nullable Credentials proof, boolean registers)
      throws IOException {
    try (var kept = new TestLine(List.of())) {
      return kept.line.test(trunk("127.0.0.5", port, Transport.UDP, proof, registers));
    }
  }

  private static Trunk trunk(
      String host, int port, Transport transport, @Nullable Credentials proof, boolean registers) {
    return new Trunk(
        "carrier", host, port, transport, proof, registers, 1, 30, Duration.ofSeconds(30));
  }

  private static int free() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /// A carrier that says the same to everything.
  private static final class Stubborn extends WireEnd {
    private final String status;
    private final String[] more;

    Stubborn(String status, String... more) throws IOException {
      super(Wire.Udp.at("127.0.0.5"));
      this.status = status;
      this.more = more;
    }

    @Override
    void arrived(WireMessage message, SocketAddress from) throws IOException {
      if (message.isRequest()) reply(message, from, status, "", more);
    }
  }
}
