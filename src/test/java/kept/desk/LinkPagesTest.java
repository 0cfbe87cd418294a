package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kept.TestBrowser;
import kept.TestKept;
import kept.TestShop;
import kept.platform.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// With a relay that nothing listens at: letters wait in the house, where the test reads them.
class LinkPagesTest {
  private final TestShop shop = new TestShop();
  private final TestKept kept = new TestKept(shop, "smtp://127.0.0.1:9");
  private final TestBrowser browser = kept.stranger();

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void letsInTheBrowserThatAsked() {
    var asked = browser.post("/in/link", "email", "priya@example.com", "next", "/promises");
    assertThat(asked.body()).contains("If priya@example.com is on the team");
    var link = link();

    assertThat(browser.get(link).body()).contains("Good to have you back, Priya.");
    assertThat(browser.get(link).statusCode()).isEqualTo(200);
    var came = browser.post(link, "next", "/promises");

    assertThat(TestBrowser.leadsTo(came)).isEqualTo("/promises");
    assertThat(browser.get("/settings/you").body()).contains("Priya Nair");
    assertThat(kept.stranger().with("kept_asked", cookie()).post(link).statusCode())
        .isEqualTo(422);
  }

  @Test
  void keepsOutWhoFindsTheLink() {
    browser.post("/in/link", "email", "priya@example.com");
    var thief = kept.stranger();

    assertThat(thief.get(link()).statusCode()).isEqualTo(422);
    assertThat(thief.post(link()).body()).contains("only in the browser that asked for it");
    assertThat(thief.cookies()).doesNotContainKey("kept");
  }

  @Test
  void saysTheSameOfEveryAddress() {
    var known = browser.post("/in/link", "email", "priya@example.com");
    var unknown = kept.stranger().post("/in/link", "email", "prija@example.com");

    assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
    assertThat(unknown.body()).isEqualTo(known.body().replace("priya", "prija"));
    assertThat(unknown.headers().map().keySet()).isEqualTo(known.headers().map().keySet());
  }

  @Test
  void isOfferedOnlyWhereMailGoesOut() {
    assertThat(browser.get("/in").body()).contains("Email me a link");
    try (var mute = new TestKept()) {
      assertThat(mute.stranger().get("/in").body()).doesNotContain("Email me a link");
      assertThat(mute.stranger().post("/in/link", "email", "priya@example.com").statusCode())
          .isEqualTo(422);
    }
  }

  private String cookie() {
    return String.valueOf(browser.cookies().get("kept_asked"));
  }

  private String link() {
    var body = shop.database.read(tx -> tx.createQuery(
            "select body::text from delivery where kind = 'letter' order by created_at desc limit 1")
        .mapTo(String.class)
        .one());
    var path = Json.read(body).path("path").asString();
    assertThat(Path.of(path).startsWith("/in/link")).isTrue();
    return path.replaceFirst("\\?.*", "");
  }
}
