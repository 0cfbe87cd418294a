package kept.team;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

  /// RFC 6238, appendix B, the last six of its eight digits.
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void isWhatTheStandardSays(long second, String code) {
    assertThat(Totp.code(SECRET, Totp.stepAt(Instant.ofEpochSecond(second)))).isEqualTo(code);
  }

  @Test
  void takesTheHalfMinuteBeforeAndAfterAndNoOther() {
    var now = Instant.ofEpochSecond(1_234_567_890);
    var step = Totp.stepAt(now);

    for (var off = -3; off <= 3; off++) {
      var taken = Totp.stepOf(Totp.code(SECRET, step + off), SECRET, now, 0);
      assertThat(taken.isPresent()).as("%d steps off", off).isEqualTo(Math.abs(off) <= 1);
    }
  }

  @Test
  void takesNoCodeTwice() {
    var now = Instant.ofEpochSecond(1_234_567_890);
    var step = Totp.stepOf("005 924", SECRET, now, 0).orElseThrow();

    assertThat(Totp.stepOf("005924", SECRET, now, step)).isEmpty();
  }

  @Test
  void takesNothingThatIsNotSixDigits() {
    for (var typed : new String[] {"", "5924", "0059241", "abcdef", "٠٠٥٩٢٤"})
      assertThat(Totp.stepOf(typed, SECRET, Instant.ofEpochSecond(1_234_567_890), 0))
          .isEmpty();
  }

  /// RFC 4648, section 10.
  @ParameterizedTest
  @CsvSource({
    "f, MY",
    "fo, MZXQ",
    "foo, MZXW6",
    "foob, MZXW6YQ",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI"
  })
  void writesSecretsAsAppsReadThem(String bytes, String written) {
    assertThat(Totp.base32(bytes.getBytes(US_ASCII))).isEqualTo(written);
  }
}
