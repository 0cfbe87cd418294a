package kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import kept.platform.Refusal;
import kept.platform.http.WebSettings;
import kept.team.ApiToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeysTest {
  private final TestShop shop = new TestShop();
  private final Config config = new Config(
      Config.Ground.in(shop.folder, shop.url()),
      new WebSettings("127.0.0.1", 0, "https://desk.example.com", Set.of()),
      new Config.Mail("127.0.0.1", 0, null),
      new Config.Phone("127.0.0.1", 0, 20000, 29999, null));

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void makesATokenBesideAKeptThatRuns() {
    var said = Keys.token(config, List.of("token", "book", "keeping"));

    var token = said.substring(said.lastIndexOf(' ') + 1);
    assertThat(shop.rooms.tokens.find(token).orElseThrow().id()).isEqualTo(shop.dana);
    assertThat(shop.rooms.tokens.list())
        .extracting(ApiToken::label)
        .containsExactly("book keeping");
  }

  @Test
  void asksWhatATokenIsFor() {
    assertThatThrownBy(() -> Keys.token(config, List.of("token"))).isInstanceOf(Refusal.class);
  }

  @Test
  void letsTheOwnerBackIn() {
    var said = Keys.wayBack(config);

    assertThat(said).contains("https://desk.example.com/join/");
    var link = said.substring(said.lastIndexOf('/') + 1);
    assertThat(shop.rooms.invitations.get(link).returning()).isEqualTo(shop.dana);
  }
}
