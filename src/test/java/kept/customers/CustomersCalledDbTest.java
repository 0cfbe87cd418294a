package kept.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kept.TestShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomersCalledDbTest {
  private final TestShop shop = new TestShop();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void wordsOfANameFindItWithoutItsAccentsAndCapitals() {
    for (var name :
        List.of("José Núñez", "Siobhán O’Brien", "Sam Klein-Ruiz", "Hillside Café (back door)"))
      shop.customer(name, PlainName.words(name).getFirst() + "@example.com");

    for (var words : List.of("jose", "nunez", "obrien", "ruiz", "cafe", "door"))
      assertThat(called(words)).as(words).hasSize(1);
    assertThat(called("jos")).isEmpty();
    assertThat(called("the", "quote")).isEmpty();
    assertThat(called()).isEmpty();
  }

  @Test
  void theDatabaseAndWeSpellNamesAlike() {
    var names =
        List.of("José Núñez", "Zoë d’Arcy-O'Neil, Jr.", "Łukasz Øster & Söhne", "ÉTÉ", "李小龙");
    for (var name : names) {
      List<String> words = shop.database.read(tx ->
          tx.select("select unnest(plain_name(?))", name).mapTo(String.class).list());
      assertThat(words.stream().filter(word -> !word.isEmpty()).toList())
          .isEqualTo(PlainName.words(name));
    }
  }

  @Test
  void whoeverHasMoreOfTheWordsComesFirst() {
    for (var name : List.of("Rosa Adams", "Rosa Delgado", "Rosa Klein"))
      shop.customer(name, PlainName.words(name).getLast() + "@example.com");

    assertThat(called("rosa", "delgado")).startsWith("Rosa Delgado").hasSize(3);
  }

  private List<String> called(String... words) {
    return shop.rooms.customers.called(List.of(words), 9).stream()
        .map(Customer::name)
        .toList();
  }
}
