package kept.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TwilioSignatureTest {
  private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";
  private static final Map<String, List<String>> FIELDS = Map.of(
      "CallSid", List.of("CA1234567890ABCDE"),
      "Caller", List.of("+14158675309"),
      "Digits", List.of("1234"),
      "From", List.of("+14158675309"),
      "To", List.of("+18005551212"));

  /// The example that Twilio's own libraries test themselves with.
  @Test
  void isWhatTwilioSaysItIs() {
    assertThat(TwilioSignature.of("12345", URL, FIELDS)).isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
  }

  @Test
  void anyOtherTokenAddressOrFieldIsWrong() {
    var right = TwilioSignature.of("12345", URL, FIELDS);

    assertThat(TwilioSignature.isRight(right, "12345", URL, FIELDS)).isTrue();
    assertThat(TwilioSignature.isRight(right, "12346", URL, FIELDS)).isFalse();
    assertThat(TwilioSignature.isRight(right, "12345", URL + "&", FIELDS)).isFalse();
    assertThat(TwilioSignature.isRight(right, "12345", URL, Map.of())).isFalse();
    assertThat(TwilioSignature.isRight("", "12345", URL, FIELDS)).isFalse();
  }
}
