package kept.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SmtpPathTest {
  /// RFC 5321, section 4.1.2: what stands before the @ may be a quoted string.
  @Test
  void mayBeQuoted() {
    assertThat(SmtpPath.parse("<\"quoted \\\" x\"@b.example> SIZE=100"))
        .isEqualTo(new SmtpPath("\"quoted \\\" x\"@b.example", Map.of("SIZE", "100")));
    assertThat(SmtpPath.parse("<@relay.example:\"a > b\"@b.example>"))
        .isEqualTo(new SmtpPath("\"a > b\"@b.example", Map.of()));
    assertThat(SmtpPath.parse("<\"no end@b.example>")).isNull();
  }

  @Test
  void mayLackItsBracketsAndBeNobodys() {
    assertThat(SmtpPath.parse(" chuck@example.com "))
        .isEqualTo(new SmtpPath("chuck@example.com", Map.of()));
    assertThat(SmtpPath.parse("<>")).isEqualTo(new SmtpPath("", Map.of()));
  }
}
