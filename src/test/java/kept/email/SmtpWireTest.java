package kept.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SmtpWireTest {
  private static final Duration LONG = Duration.ofHours(1);

  private static SmtpWire wire(String bytes) {
    return new SmtpWire(
        new ByteArrayInputStream(bytes.getBytes(ISO_8859_1)), new ByteArrayOutputStream());
  }

  private static String mail(String bytes) throws IOException {
    var mail = new ByteArrayOutputStream();
    var wire = wire("DATA\r\n" + bytes + "\r\n.\r\n");
    wire.line();
    wire.mail(mail, LONG);
    assertThat(wire.line()).isNull();
    return mail.toString(ISO_8859_1);
  }

  @Test
  void keepsEveryByteOfAMail() throws IOException {
    for (var bytes : new String[] {
      "", "a", "\r\n", "a\nb", "a\rb", "\r", "\n.\n", "\r\r\n.", "a\r\n.\rb", "a.b", "\0\u00ff"
    }) {
      var stuffed = bytes.replaceAll("(^|\\r\\n)\\.", "$1..");
      assertThat(mail(stuffed)).isEqualTo(bytes + "\r\n");
    }
  }

  @Test
  void endsAnEmptyMail() throws IOException {
    var mail = new ByteArrayOutputStream();
    wire(".\r\n").mail(mail, LONG);

    assertThat(mail.size()).isZero();
  }

  @Test
  void givesUpOnAMailThatTakesTooLong() {
    assertThatThrownBy(
            () -> wire("never ending").mail(new ByteArrayOutputStream(), Duration.ofNanos(-1)))
        .isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void noticesThatTheClientLeft() {
    assertThatThrownBy(() -> wire("half a ma").mail(new ByteArrayOutputStream(), LONG))
        .isInstanceOf(EOFException.class);
  }
}
