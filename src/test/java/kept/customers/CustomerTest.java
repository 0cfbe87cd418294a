package kept.customers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerTest {
  @ParameterizedTest
  @CsvSource({
    "Chuck Marlow, Chuck",
    "Mrs Okafor, Mrs Okafor",
    "(415) 555-0177, (415) 555-0177",
    "Withheld number, Withheld number"
  })
  void areCalledByWhatIsTheirs(String name, String called) {
    assertThat(Customer.firstNameOf(name)).isEqualTo(called);
  }
}
