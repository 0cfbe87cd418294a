package kept.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import kept.TestShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is written down of a call for help, when little is known and when the database is away.
class HelpCallsDbTest {
  private final TestShop shop = new TestShop();
  private final HelpCalls help = shop.rooms.helpCalls;

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aPhoneWithoutAPlaceSaysSo() {
    var phone = shop.rooms.phones.add(shop.dana, shop.edie, "Softphone").phone();

    help.called(phone, "112", List.of());

    assertThat(letters()).singleElement().asString().contains("Nobody wrote down where it stands.");
    assertThat(shop.rooms.events.about(help.latest(1).getFirst().id().value()))
        .singleElement()
        .matches(event -> event.kind().equals("called_for_help"));
  }

  @Test
  void theCallGoesOutAlsoWhenItCannotBeWrittenDown() {
    var phone =
        shop.rooms.phones.add(shop.dana, shop.edie, "Workshop", "At the back").phone();
    shop.database.close();

    assertThatCode(() -> help.called(phone, "911", List.of())).doesNotThrowAnyException();
  }

  private List<String> letters() {
    return shop.database.read(
        tx -> tx.createQuery("select body::text from delivery where kind = 'letter'")
            .mapTo(String.class)
            .list());
  }
}
