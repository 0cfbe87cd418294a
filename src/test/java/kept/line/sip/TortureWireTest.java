package kept.line.sip;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kept.line.TestLine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// RFC 4475 against a running line: each message gets its status or silence, nothing of it is
/// said back but what has to be, and the line lives on.
class TortureWireTest {
  private static final int SILENCE_MILLIS = 250;
  private static final int ANSWER_MILLIS = 5000;
  private static final Pattern VIA =
      Pattern.compile("(?im)^v(?:ia)?\\s*:\\s*SIP\\s*/\\s*[0-9.]+\\s*/\\s*(?<transport>\\w+)\\s+"
          + "[^;:,\\s]+(?:\\s*:\\s*(?<port>[0-9]+))?");
  private static TestLine kept;

  @BeforeAll
  static void open() throws IOException {
    kept = new TestLine();
  }

  @AfterAll
  static void close() {
    assertThat(kept.line.calls()).isEmpty();
    assertThat(kept.line.legs()).isZero();
    kept.close();
  }

  static Stream<TortureMessage> datagrams() {
    return TortureMessage.all().filter(message -> !via(message, "transport").equals("TCP"));
  }

  static Stream<TortureMessage> streams() {
    return TortureMessage.all().filter(message -> via(message, "transport").equals("TCP"));
  }

  private static String via(TortureMessage message, String group) {
    var found = VIA.matcher(new String(message.bytes(), ISO_8859_1));
    return found.find() && found.group(group) != null ? found.group(group) : "";
  }

  @ParameterizedTest
  @MethodSource("datagrams")
  void overUdp(TortureMessage message) throws Exception {
    var told = via(message, "port");
    int port = told.isEmpty() ? 5060 : Integer.parseInt(told);
    try (var peer = new RawPeer(kept.port(), "127.0.44.75", port)) {
      peer.send(datagram(message));
      var expected = expected(message);
      var heard = peer.hear(expected.isEmpty() ? SILENCE_MILLIS : ANSWER_MILLIS).orElse("");

      assertThat(status(heard)).as(heard).isEqualTo(expected);
      CleanAnswer.check(heard);
      assertThat(peer.isAnswered(CleanAnswer::check)).isTrue();
    }
    assertThat(kept.line.failures()).isZero();
  }

  @ParameterizedTest
  @MethodSource("streams")
  void overTcp(TortureMessage message) throws Exception {
    try (var peer = new RawPeer(kept.port(), "127.0.44.76", 0)) {
      var expected = expected(message);
      var heard = peer.overTcp(said(message), expected.isEmpty());

      assertThat(status(heard)).as(heard).isEqualTo(expected);
      CleanAnswer.check(heard);
      assertThat(peer.isAnswered(CleanAnswer::check)).isTrue();
    }
    assertThat(kept.line.failures()).isZero();
  }

  /// One Via names TLS: its answer could only go there.
  private static byte[] datagram(TortureMessage message) {
    return said(message).replace("SIP/2.0/TLS", "SIP/2.0/UDP").getBytes(ISO_8859_1);
  }

  /// Many share one branch, and whatever comes while another is still being answered would be
  /// that one once more, and dropped (RFC 3261, section 17.2.2): each gets its own.
  private static String said(TortureMessage message) {
    return new String(message.bytes(), ISO_8859_1)
        .replaceFirst("z9hG4bKkdjuw", "z9hG4bK" + message.name());
  }

  /// What the file says, and for those that are understood what anybody gets who shows no
  /// secret.
  private static String expected(TortureMessage message) {
    var text = new String(message.bytes(), ISO_8859_1);
    var method = text.substring(0, Math.max(0, text.indexOf(' ')));
    return switch (message.expected()) {
      case "dropped", "parsed, then dropped" -> "";
      case "parsed, then 483 or 200" -> "200";
      case "parsed", "parsed, then 200" ->
        switch (method) {
          case "SIP/2.0" -> "";
          case "OPTIONS" -> "200";
          case "REGISTER" -> "401";
          case "INVITE" -> message.name().equals("wsinv") ? "481" : "407"; // it has a To tag
          default -> "501";
        };
      default -> message.expected().replace("parsed, then ", "");
    };
  }

  private static String status(String heard) {
    return heard.isEmpty() ? "" : heard.split(" ", 3)[1];
  }
}
