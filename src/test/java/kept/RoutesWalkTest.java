package kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kept.platform.http.Public;
import kept.platform.http.Web.Door;
import kept.team.Access;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Knocks at every door of the web edge as everybody there is. A door that is new is knocked at
/// without anybody's doing; one that anyone may open has to be on the list here.
class RoutesWalkTest {
  /// Without signing in: the ways in, what pages and the installed app load, customers' own pages
  /// by an unguessable token, the phone system that the shop kept by another, and whether we are
  /// well.
  private static final Set<String> OPEN_TO_ANYONE = Set.of(
      "GET /static/<path>",
      "GET /manifest.webmanifest",
      "GET /sw.js",
      "GET /offline",
      "GET /in",
      "POST /in",
      "GET /in/code",
      "POST /in/code",
      "GET /in/faces/{id}",
      "POST /in/faces/{id}",
      "POST /in/link",
      "GET /in/link/{token}",
      "POST /in/link/{token}",
      "POST /in/passkey",
      "POST /in/passkey/challenge",
      "GET /hello",
      "GET /hello/{token}",
      "POST /hello/{token}",
      "GET /hello/{token}/you",
      "POST /hello/{token}/you",
      "POST /hello/{token}/you/passkey",
      "GET /join/{token}",
      "POST /join/{token}",
      "POST /join/{token}/passkey",
      "GET /api/openapi.yaml",
      "GET /healthz",
      "GET /metrics",
      "GET /calendar/{token}",
      "POST /pbx/{token}",
      "GET /p/{token}",
      "GET /p/{token}/not-yet",
      "POST /p/{token}/sorted",
      "POST /p/{token}/not-yet",
      "POST /p/{token}/not-sorted-after-all",
      "POST /p/{token}/repeat",
      "POST /p/{token}/new-link",
      "GET /book",
      "POST /book",
      "GET /book/{token}",
      "GET /book/{token}/number",
      "POST /book/{token}",
      "POST /book/{token}/number",
      "POST /texts/twilio/in",
      "POST /texts/twilio/status/{delivery}");

  private static final Set<Integer> TURNED_AWAY = Set.of(303, 401, 403, 404);
  private static final Pattern PART = Pattern.compile("[{<][^}>]+[}>]");
  private static final String SOME_ID = "01985b1e-0000-7000-8000-000000000000";

  private static final TestKept kept = new TestKept();
  private static final List<Door> doors = kept.kept().doors();

  @AfterAll
  static void close() {
    kept.close();
  }

  @Test
  void everyDoorSaysWhoMayUseIt() {
    assertThat(doors).isNotEmpty().allSatisfy(door -> assertThat(door.allowed()).isNotEmpty());
  }

  @Test
  void onlyTheListedDoorsAreOpenToAnyone() {
    var open = doors.stream()
        .filter(door -> door.allowed().contains(Public.ANYONE))
        .map(RoutesWalkTest::name)
        .collect(Collectors.toCollection(TreeSet::new));

    assertThat(open).isEqualTo(new TreeSet<>(OPEN_TO_ANYONE));
  }

  @Test
  void strangersAreLedToTheSignInPageOrToldToComeWithAToken() {
    for (var door : guarded()) {
      var answer = knock(kept.stranger(), door);

      assertThat(answer.statusCode()).as(name(door)).isIn(303, 401);
      if (answer.statusCode() == 303)
        assertThat(TestBrowser.leadsTo(answer)).as(name(door)).startsWith("/in");
    }
  }

  @Test
  void madeUpKeysOpenNothing() {
    for (var door : guarded()) {
      assertThat(knock(kept.stranger().with("kept", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), door)
              .statusCode())
          .as(name(door))
          .isIn(303, 401);
      assertThat(knock(kept.stranger().bearing("kept_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), door)
              .statusCode())
          .as(name(door))
          .isIn(303, 401);
    }
  }

  @Test
  void helpersOpenNothingThatIsNotTheirs() {
    walk(Access.HELPER, () -> kept.as(kept.shop.tomas));
  }

  @Test
  void agentsOpenNothingThatIsTheOwnersAlone() {
    walk(Access.AGENT, () -> kept.as(kept.shop.priya));
  }

  @Test
  void theOwnersBrowserOpensEverythingButWhatIsForPrograms() {
    walk(Access.OWNER, () -> kept.as(kept.shop.dana));
  }

  @Test
  void aTokenOpensNoPage() {
    walk(Access.TOKEN, kept::program);
  }

  @Test
  void everyPageOfTheRailOpensToThoseWhoSeeIt() {
    for (var path : List.of("/settings/team", "/settings/channels", "/settings/hours"))
      assertThat(kept.as(kept.shop.dana).get(path).statusCode()).as(path).isEqualTo(200);
    for (var who : List.of(kept.shop.dana, kept.shop.priya, kept.shop.tomas))
      assertThat(kept.as(who).get("/settings/you").statusCode()).isEqualTo(200);
  }

  private static void walk(Access who, java.util.function.Supplier<TestBrowser> browser) {
    for (var door : guarded()) {
      if (mayOpen(who, door)) continue;
      var answer = knock(browser.get(), door);

      assertThat(answer.statusCode()).as(who + " at " + name(door)).isIn(TURNED_AWAY);
      if (answer.statusCode() == 303)
        assertThat(TestBrowser.leadsTo(answer)).as(name(door)).startsWith("/in");
    }
  }

  private static boolean mayOpen(Access who, Door door) {
    var allowed = door.allowed();
    return switch (who) {
      case TOKEN -> allowed.contains(Access.TOKEN);
      case HELPER -> allowed.contains(Access.HELPER);
      case AGENT -> allowed.contains(Access.HELPER) || allowed.contains(Access.AGENT);
      case OWNER -> !allowed.equals(Set.of(Access.TOKEN));
    };
  }

  private static List<Door> guarded() {
    return doors.stream()
        .filter(door -> !door.allowed().contains(Public.ANYONE))
        .toList();
  }

  private static HttpResponse<String> knock(TestBrowser browser, Door door) {
    var path = PART.matcher(door.path()).replaceAll(SOME_ID);
    return browser.send(door.method(), path, BodyPublishers.noBody());
  }

  private static String name(Door door) {
    return door.method() + " " + door.path();
  }
}
