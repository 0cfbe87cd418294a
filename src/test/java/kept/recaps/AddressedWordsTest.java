package kept.recaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import kept.customers.Customer;
import kept.customers.CustomerId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressedWordsTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', textBlock = """
      Chuck Alvarez | Swap Chuck Alvarez’s cracked 42″ TV          | Swap your cracked 42″ TV
      Chuck Alvarez | Hang Chuck’s TV in the living room           | Hang your TV in the living room
      Chuck Alvarez | Have the 40″ Lumen ready for Chuck           | Have the 40″ Lumen ready for you
      Chuck Alvarez | Ring Chuck, then Marisol                     | Ring you, then Marisol
      Chuck Alvarez | Call Chuck Norris                            | Call Chuck Norris
      Chuck Alvarez | Chuck the old set                            | Chuck the old set
      Rosa Delgado  | Call Rosa Delgado back with the fridge quote | Call you back with the fridge quote
      Mrs Okafor    | Refund Mrs Okafor’s $45 delivery fee         | Refund your $45 delivery fee
      Helen Bright  | Collect the Brights’ freezer                 | Collect your freezer
      Luis Ortega   | Hang both TVs at Luis’s diner                | Hang both TVs at your diner
      James Ross    | Fix James’ oven                              | Fix your oven
      Hillside Café | Call Hillside Café about the compressor      | Call you about the compressor
      Hillside Café | Look at Hillside Café's walk-in              | Look at your walk-in
      Corner Books  | Fit the Corner shelf                         | Fit the Corner shelf
      Ann Lee       | Send Anna the invoice                        | Send Anna the invoice
      """)
  void turnsToTheCustomer(String name, String words, String turned) {
    var customer = new Customer(CustomerId.next(), name, null, Instant.EPOCH, false);

    assertThat(AddressedWords.to(customer).of(words)).isEqualTo(turned);
  }
}
