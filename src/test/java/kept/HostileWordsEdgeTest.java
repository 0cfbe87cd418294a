package kept;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kept.conversations.Channel;
import kept.conversations.ConversationId;
import kept.conversations.Draft;
import kept.conversations.Incoming;
import kept.promises.Commitment;
import kept.promises.Kind;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Somebody whose name, matter, words and file names are written to become something else: a tag,
/// an attribute, a script, a template. On every page there is, they stay words.
class HostileWordsEdgeTest {
  private static final String EVIL =
      "\"'><script>alert(1)</script><img src=x onerror=alert(1)>${7919*7907}#{7919*7907}";
  private static final String COMPUTED = "62615533";
  private static final Pattern PART = Pattern.compile("[{<]([^}>]+)[}>]");
  private static final String SOME_ID = "01985b1e-0000-7000-8000-000000000000";

  private static final TestKept kept = new TestKept();

  @AfterAll
  static void close() {
    kept.close();
  }

  @Test
  void theyStayWordsOnEveryPage() {
    var ids = hostileShop();
    var seen = new ArrayList<String>();
    for (var door : kept.kept().doors()) {
      if (!door.method().equals("GET") || door.path().equals("/live")) continue;
      var browser = kept.as(kept.shop.dana);
      var answer = browser.get(filled(door.path(), ids));
      if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) continue;

      assertThat(answer.statusCode()).as(door.path()).isLessThan(500);
      assertThat(answer.body()).as(door.path()).doesNotContain(COMPUTED);
      harmless(door.path(), Jsoup.parse(answer.body()));
      if (answer.body().contains("alert(1)")) seen.add(door.path());
    }
    assertThat(seen).as("pages that show them").hasSizeGreaterThan(8).contains("/", "/c/{id}");
  }

  @Test
  void theyStayWordsOnTheirOwnPageAndInJson() {
    var letter = ConversationId.parse(hostileShop().get("/c/"));
    var page = "/p/" + kept.rooms.pageLinks.mint(letter, "mallory@example.com");
    var answer = kept.stranger().get(page);

    assertThat(answer.body()).doesNotContain(COMPUTED);
    harmless(page, Jsoup.parse(answer.body()));
    assertThat(kept.program().get("/api/v1/conversations").body())
        .contains("\\\"'><script>alert(1)");
    assertThat(kept.program().get("/api/v1/conversations").headers().firstValue("Content-Type"))
        .contains("application/json");
  }

  /// What was asked for comes back on a page that says that nothing was found.
  @Test
  void theyStayWordsInWhatWasAskedFor() {
    var asked = URLEncoder.encode(EVIL, UTF_8);
    for (var path : List.of("/find?q=", "/people?q=", "/in?next=", "/c?q=", "/promises?q="))
      harmless(path, Jsoup.parse(kept.as(kept.shop.dana).get(path + asked).body()));
    for (var path : List.of("/", "/in"))
      harmless(path, Jsoup.parse(kept.stranger().get(path + "?next=" + asked).body()));
    harmless(
        "/in",
        Jsoup.parse(kept.stranger().post("/in", "email", EVIL, "password", "x").body()));
  }

  private static void harmless(String path, Document page) {
    for (Element script : page.select("script"))
      assertThat(script.hasAttr("src") && script.data().isBlank()).as(path).isTrue();
    for (Element element : page.getAllElements()) {
      assertThat(element.tagName()).as(path).isNotIn("iframe", "object", "embed", "base", "style");
      element.attributes().forEach(attribute -> {
        assertThat(attribute.getKey()).as(path + " " + element.tagName()).doesNotStartWith("on");
        assertThat(attribute.getKey()).as(path).isNotEqualTo("style");
        if (List.of("href", "src", "action", "formaction").contains(attribute.getKey()))
          assertThat(attribute.getValue()).as(path).doesNotContain("javascript:", "data:text");
      });
    }
    assertThat(page.select("img[src=x]")).as(path).isEmpty();
  }

  private static Map<String, String> hostileShop() {
    var shop = kept.shop;
    var letter = shop.letterFrom(EVIL, "mallory@example.com", EVIL, EVIL);
    var blob = kept.rooms.blobs.store("x".getBytes(UTF_8));
    var file = new Draft.NewFile(blob, EVIL, "application/pdf", null, 1);
    kept.rooms.messages.receive(
        letter.id(),
        Incoming.of(
            Channel.EMAIL, shop.clock.instant(), new Draft(EVIL, EVIL, EVIL, List.of(file))));
    var promise = kept.rooms.promises.make(
        shop.dana,
        new Commitment(
            letter.id(),
            EVIL,
            Kind.REPLACEMENT,
            shop.dana,
            null,
            shop.clock.in(Duration.ofHours(2)),
            Channel.EMAIL));
    kept.as(shop.dana)
        .post(
            "/people/" + letter.customer() + "/facts",
            "label",
            EVIL.substring(0, 70),
            "value",
            EVIL);
    kept.as(shop.dana)
        .send(
            "POST",
            "/settings/team/invitations",
            BodyPublishers.ofString(
                "name=%3Cscript%3Ealert(1)%3C/script%3E&email=n%40example.com&role=AGENT"));
    return Map.of(
        "/c/", letter.id().toString(),
        "/people/", letter.customer().toString(),
        "/promises/", promise.id().toString());
  }

  private static String filled(String path, Map<String, String> ids) {
    var id = ids.entrySet().stream()
        .filter(each -> path.startsWith(each.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(SOME_ID);
    var first = PART.matcher(path).replaceFirst(id);
    return PART.matcher(first).replaceAll(SOME_ID);
  }
}
