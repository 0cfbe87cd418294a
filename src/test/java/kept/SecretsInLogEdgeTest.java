package kept;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kept.platform.Json;
import kept.team.CodeProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// Does all that handles secrets, well and while the database fails, and reads the whole log. No
/// setting changes what is logged; all that Kept itself could say is said here even so.
class SecretsInLogEdgeTest {
  private static final Logger OURS = (Logger) LoggerFactory.getLogger("kept");
  private static final String PASSWORD = "kettle under the stairs";
  private static final String WRONG = "teapot on the sill";

  /// With a relay that nothing listens at: letters wait in the house, where the test reads them.
  private final TestShop shop = new TestShop();

  private final TestKept kept = new TestKept(shop, "smtp://127.0.0.1:9");
  private final TestLog log = new TestLog();
  private final TestBrowser dana = kept.stranger();
  private final List<String> secrets = new ArrayList<>(List.of(PASSWORD, WRONG));

  @BeforeEach
  void sayEverything() {
    OURS.setLevel(Level.TRACE);
  }

  @AfterEach
  void close() {
    OURS.setLevel(Level.INFO);
    log.close();
    kept.close();
  }

  @Test
  void noneStandsThere() {
    comeBackAndAddACodeApp();
    comeInByPasswordAndCode();
    var mailed = comeInByLink();
    var joining = invite();
    var phoneSystem = setThePhoneUp();
    var api = secret(kept.rooms.tokens.create("a test", shop.dana));
    assertThat(kept.stranger().bearing(api).get("/api/v1/conversations").statusCode())
        .isEqualTo(200);
    var page = "/p/" + secret(kept.rooms.pageLinks.mint(shop.crackedTv().id(), "c@example.com"));
    assertThat(kept.stranger().get(page).statusCode()).isEqualTo(200);

    for (var table : List.of("agent", "invitation", "api_token", "page_link", "pbx_key", "trunk"))
      shop.database.useTransaction(
          tx -> tx.execute("alter table if exists " + table + " rename to gone_" + table));
    for (var path : List.of(mailed, joining, page)) kept.stranger().get(path);
    kept.stranger().post("/in", "email", "dana@example.com", "password", PASSWORD);
    kept.stranger().post(phoneSystem, "event", "newCall", "callId", "1");
    kept.stranger().bearing(api).get("/api/v1/conversations");
    dana.get("/settings/you");

    assertThat(log.said()).contains(" failed", "refused=").doesNotContain(secrets);
  }

  private void comeBackAndAddACodeApp() {
    var link = kept.rooms.invitations.wayBack(null, shop.dana);
    secret(last(link));
    dana.post(link, "password", PASSWORD);
    dana.post("/settings/you/code-app");
    var begun = kept.rooms.codeApps.begun(kept.rooms.team.get(shop.dana)).orElseThrow();
    secret(begun.secret());
    secret(begun.secret().replace(" ", ""));
    var code = CodeProbe.shownNow(kept.rooms, shop.dana);
    var shown = dana.post("/settings/you/code-app/confirmation", "code", code).body();
    var codes = Pattern.compile("<b>([a-z0-9]{5}-[a-z0-9]{5})</b>").matcher(shown);
    while (codes.find()) secret(codes.group(1));
    assertThat(secrets).hasSizeGreaterThan(14);
  }

  private void comeInByPasswordAndCode() {
    var browser = kept.stranger();
    browser.post("/in", "email", "dana@example.com", "password", WRONG);
    browser.post("/in", "email", "dana@example.com", "password", PASSWORD);
    browser.cookies().values().forEach(this::secret);
    browser.post("/in/code", "code", "abcde-23456");
    browser.post("/in/code", "code", recovery());
    assertThat(browser.get("/settings/you").statusCode()).isEqualTo(200);
    browser.cookies().values().forEach(this::secret);
  }

  private String recovery() {
    return secrets.stream()
        .filter(each -> each.matches("[a-z0-9]{5}-[a-z0-9]{5}"))
        .findFirst()
        .orElseThrow();
  }

  private String comeInByLink() {
    var browser = kept.stranger();
    browser.post("/in/link", "email", "priya@example.com");
    var body = shop.database.read(tx -> tx.createQuery(
            "select body::text from delivery where kind = 'letter' order by created_at desc limit 1")
        .mapTo(String.class)
        .one());
    var link = Json.read(body).path("path").asString().replaceFirst("\\?.*", "");
    secret(last(link));
    assertThat(kept.stranger().get(link).statusCode()).isEqualTo(422);
    assertThat(browser.post(link).statusCode()).isEqualTo(303);
    browser.cookies().values().forEach(this::secret);
    return link;
  }

  private String invite() {
    var made = dana.post(
        "/settings/team/invitations",
        "name",
        "Justin Cole",
        "email",
        "justin@example.com",
        "role",
        "AGENT");
    var link = found("(/join/[\\w-]+)", made.body());
    secret(last(link));
    assertThat(kept.stranger().get(link).statusCode()).isEqualTo(200);
    return link;
  }

  private String setThePhoneUp() {
    var phone = "/settings/phone";
    var given = dana.post(
        phone + "/phones",
        "agent",
        shop.edie.toString(),
        "phone_name",
        "Workshop",
        "location",
        "At the back");
    secret(found("id=\"given-password\" readonly value=\"([^\"]+)\"", given.body()));
    var carriers = secret("ladder-behind-the-oven");
    dana.post(
        phone + "/providers",
        "name",
        "Carrier",
        "host",
        "127.0.0.1",
        "port",
        "9",
        "user",
        "acct",
        "password",
        carriers,
        "registers",
        "yes");
    dana.post(phone + "/providers/" + kept.rooms.trunks.list().getFirst().id() + "/tests");
    var system = found("(/pbx/[\\w-]+)", dana.post(phone + "/pbx").body());
    secret(last(system));
    return system;
  }

  private String secret(String one) {
    secrets.add(one);
    return one;
  }

  private static String last(String link) {
    return link.substring(link.lastIndexOf('/') + 1);
  }

  private static String found(String pattern, String body) {
    var match = Pattern.compile(pattern).matcher(body);
    assertThat(match.find()).as(pattern).isTrue();
    return match.group(1);
  }
}
