package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kept.TestBrowser;
import kept.TestKept;
import kept.team.AgentId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInPagesTest {
  private static final String PASSWORD = "kettle under the stairs";

  private final TestKept kept = new TestKept();
  private final TestBrowser browser = kept.stranger();

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void leadsAStrangerBackToWhereTheyWanted() {
    var first = browser.get("/settings/team?all=yes");
    assertThat(first.statusCode()).isEqualTo(303);
    assertThat(TestBrowser.leadsTo(first)).isEqualTo("/in?next=%2Fsettings%2Fteam%3Fall%3Dyes");

    hasPassword(kept.shop.priya);
    var answer = browser.post(
        "/in",
        "email",
        "priya@example.com",
        "password",
        PASSWORD,
        "next",
        "/settings/team?all=yes");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(TestBrowser.leadsTo(answer)).isEqualTo("/settings/team?all=yes");
    assertThat(browser.get("/settings/team").statusCode()).isEqualTo(200);
    assertThat(TestBrowser.leadsTo(browser.get("/in"))).isEqualTo("/");
  }

  @Test
  void leadsNobodyAwayFromTheDesk() {
    hasPassword(kept.shop.priya);

    var answer = browser.post(
        "/in", "email", "priya@example.com", "password", PASSWORD, "next", "//evil.example/");

    assertThat(TestBrowser.leadsTo(answer)).isEqualTo("/");
  }

  @Test
  void givesACookieThatNoScriptReadsAndNoOtherSiteSends() {
    hasPassword(kept.shop.priya);

    var answer = browser.post("/in", "email", "priya@example.com", "password", PASSWORD);

    assertThat(answer.headers().allValues("Set-Cookie"))
        .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/"))
        .anySatisfy(cookie -> assertThat(cookie).startsWith("kept="))
        .anySatisfy(cookie -> assertThat(cookie).startsWith("kept_device_"));
  }

  @Test
  void saysTheSameWordsToAWrongPasswordAndAnUnknownAddress() {
    hasPassword(kept.shop.priya);

    var wrong = browser.post("/in", "email", "priya@example.com", "password", "a guess at it");
    var unknown = browser.post("/in", "email", "prija@example.com", "password", "a guess at it");

    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(wrong.body().replace("priya", "prija")).isEqualTo(unknown.body());
    assertThat(wrong.body()).contains("don’t go together");
  }

  @Test
  void makesAGuesserWaitButNotABrowserThatItKnows() {
    hasPassword(kept.shop.dana);
    browser.post("/in", "email", "dana@example.com", "password", PASSWORD);
    browser.post("/out");
    var guesser = kept.stranger();
    for (var each = 0; each < 10; each++)
      guesser.post("/in", "email", "dana@example.com", "password", "guess " + each);

    var slowed = guesser.post("/in", "email", "dana@example.com", "password", PASSWORD);
    var known = browser.post("/in", "email", "dana@example.com", "password", PASSWORD);

    assertThat(slowed.statusCode()).isEqualTo(429);
    assertThat(slowed.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 120L);
    assertThat(slowed.body()).contains("tried too often");
    assertThat(known.statusCode()).isEqualTo(303);

    kept.clock.advance(Duration.ofMinutes(2));
    assertThat(guesser
            .post("/in", "email", "dana@example.com", "password", PASSWORD)
            .statusCode())
        .isEqualTo(303);
  }

  @Test
  void endsTheSessionOnTheWayOut() {
    var priya = kept.as(kept.shop.priya);
    var token = priya.cookies().get("kept");

    var answer = priya.post("/out");

    assertThat(TestBrowser.leadsTo(answer)).isEqualTo("/in");
    assertThat(answer.headers().firstValue("Clear-Site-Data")).contains("\"cache\"");
    assertThat(priya.cookies()).doesNotContainKey("kept");
    assertThat(kept.rooms.sessions.find(String.valueOf(token))).isEmpty();
  }

  @Test
  void endsTheSessionThatWasThereBeforeAnother() {
    hasPassword(kept.shop.priya);
    browser.post("/in", "email", "priya@example.com", "password", PASSWORD);
    var first = String.valueOf(browser.cookies().get("kept"));

    browser.post("/in", "email", "priya@example.com", "password", PASSWORD);

    assertThat(browser.cookies().get("kept")).isNotEqualTo(first);
    assertThat(kept.rooms.sessions.find(first)).isEmpty();
    assertThat(browser.get("/settings/you").statusCode()).isEqualTo(200);
  }

  @Test
  void tellsHtmxToLeadThePageToTheSignIn() {
    var answer = kept.stranger()
        .header("HX-Request", "true")
        .header("HX-Current-URL", kept.at("/promises?span=today").toString())
        .get("/settings/team");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("HX-Redirect"))
        .contains("/in?next=%2Fpromises%3Fspan%3Dtoday");
  }

  @Test
  void refusesAFormFromAnotherSite() {
    var answer = kept.as(kept.shop.dana)
        .header("Sec-Fetch-Site", "cross-site")
        .post("/settings/team/invitations", "name", "Mallory");

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  private void hasPassword(AgentId agent) {
    var link = agent.equals(kept.shop.dana)
        ? kept.rooms.invitations.wayBack(null, agent)
        : kept.rooms.invitations.wayBack(kept.shop.dana, agent);
    assertThat(kept.stranger().post(link, "password", PASSWORD).statusCode()).isEqualTo(303);
  }
}
