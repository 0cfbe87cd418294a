package kept.phone;

import static org.assertj.core.api.Assertions.assertThat;

import kept.customers.VerificationLevel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How sure a call's first look makes us who it is.
class ArrivalsTest {
  @ParameterizedTest
  @CsvSource({
    "TN-Validation-Passed, +14155550142, ATTESTED",
    "TN-Validation-Failed, +14155550142, UNKNOWN",
    "No-TN-Validation, +14155550142, RECOGNISED",
    ", +14155550142, RECOGNISED",
    "TN-Validation-Passed, , UNKNOWN"
  })
  void isWhatTheCarrierSaysOfTheNumber(String verstat, String number, VerificationLevel level) {
    assertThat(Arrivals.sureness(verstat, number)).isEqualTo(level);
  }
}
