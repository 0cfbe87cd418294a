package kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import kept.platform.http.Public;
import kept.platform.http.Web.Door;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Knocks at every door with what worked once, from another site's page, and from within a frame.
class AbuseWalkTest {
  private static final Pattern PART = Pattern.compile("[{<][^}>]+[}>]");
  private static final String SOME_ID = "01985b1e-0000-7000-8000-000000000000";
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

  private static final TestKept kept = new TestKept();
  private static final List<Door> doors = kept.kept().doors();

  @AfterAll
  static void close() {
    kept.close();
  }

  @Test
  void aTokenThatWasRevokedOpensNothing() {
    var token = kept.rooms.tokens.create("bookkeeping", kept.shop.dana);
    assertThat(kept.stranger().bearing(token).get("/api/v1/agents").statusCode())
        .isEqualTo(200);
    kept.rooms.tokens.revoke(kept.shop.dana, kept.rooms.tokens.list().getFirst().id());

    opensNothing(() -> kept.stranger().bearing(token));
  }

  @Test
  void aSessionThatWasEndedOpensNothing() {
    var session = kept.rooms.sessions.start(kept.shop.dana, "A lost phone");
    assertThat(kept.stranger().with("kept", session).get("/").statusCode()).isEqualTo(200);
    kept.rooms.sessions.endAllOf(kept.shop.dana);

    opensNothing(() -> kept.stranger().with("kept", session));
  }

  @Test
  void aSessionThatNobodyUsedForAMonthOpensNothing() {
    var session = kept.rooms.sessions.start(kept.shop.dana, "A drawer");
    kept.clock.advance(Duration.ofDays(31));

    opensNothing(() -> kept.stranger().with("kept", session));
  }

  @Test
  void whoLeftOpensNothing() {
    var session = kept.rooms.sessions.start(kept.shop.edie, "At home");
    var token = kept.rooms.tokens.create("a script", kept.shop.edie);
    kept.rooms.team.leave(kept.shop.dana, kept.shop.edie);

    opensNothing(() -> kept.stranger().with("kept", session));
    opensNothing(() -> kept.stranger().bearing(token));
  }

  /// Fetch Metadata, and Origin where a browser lacks it; a page that hides where it is has no
  /// cookie's word.
  @Test
  void anotherSitesPageChangesNothing() {
    var foreign = List.of(
        Map.of("Sec-Fetch-Site", "cross-site"),
        Map.of("Sec-Fetch-Site", "same-site"),
        Map.of("Origin", "https://evil.example"),
        Map.of("Origin", "null"));
    for (var headers : foreign) {
      var session = kept.rooms.sessions.start(kept.shop.dana, "A test");
      for (var door : doors) {
        if (HARMLESS.contains(door.method())) continue;
        var browser = kept.stranger().with("kept", session);
        headers.forEach(browser::header);

        assertThat(knock(browser, door).statusCode()).as(headers + " " + door).isEqualTo(403);
      }
    }
  }

  @Test
  void noAnswerMayBeFramedGuessedAtOrKept() {
    for (var door : doors) {
      var answer = knock(kept.as(kept.shop.dana), door);
      var headers = answer.headers();

      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .as(door.toString())
          .contains("default-src 'none'", "frame-ancestors 'none'");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
      assertThat(headers.firstValue("Referrer-Policy")).isPresent();
      assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
      assertThat(headers.firstValue("Server")).isEmpty();
      assertThat(headers.firstValue("Cache-Control").orElse(""))
          .as(door.toString())
          .containsAnyOf("no-store", "private", "no-cache");
    }
  }

  /// As if it had never been, whatever it is held up to.
  @Test
  void aLinkThatWasRevokedOpensNothingOfItsCustomers() {
    var tv = kept.shop.crackedTv();
    var token = kept.rooms.pageLinks.mint(tv.id(), "chuck@example.com");
    kept.rooms.pageLinks.revokeAll(kept.shop.dana, tv.id());
    var before = kept.rooms.events.about(tv.id().value());

    for (var door : doors) {
      if (!door.path().contains("{token}")) continue;
      var path = door.path().replace("{token}", token);
      var answer = kept.stranger().send(door.method(), path, BodyPublishers.noBody());

      assertThat(answer.body())
          .as(door.toString())
          .doesNotContain("Cracked TV", "Chuck", "crack in the corner");
      assertThat(TestBrowser.leadsTo(answer)).as(door.toString()).doesNotContain(token);
    }
    assertThat(kept.rooms.events.about(tv.id().value())).isEqualTo(before);
    assertThat(kept.rooms.deliveries.waiting()).isZero();
  }

  @Test
  void methodsThatAreNotOursAreRefused() {
    for (var method : List.of("TRACE", "TRACK", "PROPFIND")) {
      var answer = kept.as(kept.shop.dana).send(method, "/", BodyPublishers.noBody());

      assertThat(answer.statusCode()).as(method).isBetween(400, 501);
      assertThat(answer.body()).doesNotContain("kept=");
    }
  }

  private static void opensNothing(Supplier<TestBrowser> browser) {
    for (var door : doors) {
      if (door.allowed().contains(Public.ANYONE)) continue;
      var answer = knock(browser.get(), door);

      assertThat(answer.statusCode()).as(door.toString()).isIn(303, 401);
      if (answer.statusCode() == 303)
        assertThat(TestBrowser.leadsTo(answer)).as(door.toString()).startsWith("/in");
    }
  }

  private static HttpResponse<String> knock(TestBrowser browser, Door door) {
    var path = PART.matcher(door.path()).replaceAll(SOME_ID);
    return browser.send(door.method(), path, BodyPublishers.noBody());
  }
}
