package kept.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kept.TestBrowser;
import kept.TestKept;
import kept.conversations.Conversation;
import kept.conversations.State;
import kept.customers.VerificationLevel;
import kept.platform.StoredEvent;
import kept.promises.Promise;
import kept.recaps.SaidWord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The customer's page through the real web edge, in a browser without cookies or scripts.
class VisitorEdgeTest {
  private static final TestKept kept = new TestKept();

  private static int chucks;

  private final String address = "chuck" + ++chucks + "@example.com";
  private final Conversation tv =
      kept.shop.letterFrom("Chuck Alvarez", address, "Cracked TV", "It came cracked.");
  private final TestBrowser chuck = kept.stranger();
  private final String page = "/p/" + kept.rooms.pageLinks.mint(tv.id(), address);

  @AfterAll
  static void close() {
    kept.close();
  }

  @Test
  void showsWhatWePromisedAndWhoKeepsIt() {
    kept.shop.promise(tv, kept.shop.tomas, Duration.ofHours(3));

    var answer = chuck.get(page);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("Chuck, here’s what we promised you.")
        .contains("We’ll swap the cracked TV by noon today.")
        .contains("Tomás is on it")
        .contains("Dana knows the story")
        .contains("Is it sorted?")
        .contains("before noon, not after");
    assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(answer.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void lookingChangesNothing() {
    for (var path :
        List.of("", "/not-yet", "/sorted", "/not-sorted-after-all", "/repeat", "/new-link"))
      chuck.get(page + path);

    assertThat(state()).isEqualTo(State.OPEN);
    assertThat(said()).isEmpty();
    assertThat(facts()).filteredOn(kind -> kind.equals("page_opened")).hasSize(1);
    assertThat(level()).isEqualTo(VerificationLevel.RECOGNISED);
  }

  @Test
  void sortedClosesItAndProvesTheAddress() {
    var answer = chuck.post(page + "/sorted");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(state()).isEqualTo(State.CONFIRMED);
    assertThat(level()).isEqualTo(VerificationLevel.VERIFIED);
    assertThat(chuck.get(page).body()).contains("Good. Thanks, Chuck.");

    chuck.post(page + "/sorted", "words", "Quick and careful.");

    assertThat(said()).extracting(SaidWord::words).containsExactly("Quick and careful.");
    assertThat(facts()).filteredOn(kind -> kind.equals("customer_said_sorted")).hasSize(1);
  }

  @Test
  void nobodyIsOnWhatIsSorted() {
    kept.shop.promise(tv, kept.shop.tomas, Duration.ofHours(3));

    chuck.post(page + "/sorted");

    assertThat(chuck.get(page).body())
        .contains("We said we’d swap the cracked TV. It’s sorted.")
        .contains("knows the story")
        .doesNotContain("is on it");
  }

  @Test
  void tellsWhatCameLateFromWhatIsLate() {
    var came = kept.shop.promise(tv, kept.shop.tomas, Duration.ofHours(1));
    kept.shop.promise(tv, kept.shop.tomas, Duration.ofHours(2));
    kept.shop.promise(tv, kept.shop.tomas, Duration.ofHours(2).plusMinutes(1));
    var start = kept.clock.instant();
    kept.clock.advance(Duration.ofHours(3));
    kept.rooms.promises.keep(kept.shop.tomas, came.id());

    var body = chuck.get(page).body();

    kept.clock.set(start);
    assertThat(body).contains("done, 2 h late").contains("still to come, 59 min late");
  }

  @Test
  void oneTapReopensAndPromisesAnAnswerTheSecondSaysWhatIsWrong() {
    kept.rooms.conversations.handOver(kept.shop.dana, tv.id(), kept.shop.priya);
    chuck.post(page + "/sorted");

    var tapped = chuck.post(page + "/not-yet");
    var told =
        chuck.post(page + "/not-yet", "problem", "not_right", "words", "The remote is missing.");

    assertThat(TestBrowser.leadsTo(tapped)).isEqualTo(page + "/not-yet#sorted");
    assertThat(told.statusCode()).isEqualTo(303);
    assertThat(state()).isEqualTo(State.OPEN);
    assertThat(promises()).singleElement().satisfies(answer -> {
      assertThat(answer.keeper()).isEqualTo(kept.shop.priya);
      assertThat(answer.dueAt()).isEqualTo(kept.clock.in(Duration.ofHours(1)));
    });
    assertThat(said()).hasSize(2);
    assertThat(said().getLast().words()).isEqualTo("The remote is missing.");
    assertThat(chuck.get(page).body())
        .contains("Priya has it.")
        .contains("You’ll hear by 10:00 am.")
        .doesNotContain("Find out what");
    assertThat(kept.as(kept.shop.priya).get("/c/" + tv.id()).body())
        .contains("said it’s not sorted")
        .contains("It happened, but it isn’t right")
        .contains("The remote is missing.");
  }

  @Test
  void asksForOneWordWhenTheFormCameEmpty() {
    var answer = chuck.post(page + "/not-yet", "words", " ");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Pick one, or say it in a word or two.");
    assertThat(said()).isEmpty();
  }

  @Test
  void countsHavingToRepeatOnceADay() {
    chuck.post(page + "/repeat");
    chuck.post(page + "/repeat");

    assertThat(kept.rooms.efforts.costOf(tv.id()).repeats()).isEqualTo(1);
    assertThat(chuck.get(page).body()).contains("Thank you for telling us.");
  }

  @Test
  void anotherCustomersLinkShowsNothingOfThisOne() {
    kept.shop.promise(tv, kept.shop.tomas, Duration.ofHours(3));
    var rosa =
        kept.shop.letterFrom("Rosa Delgado", "rosa@example.com", "Fridge quote", "The seal leaks.");

    var hers = chuck
        .get("/p/" + kept.rooms.pageLinks.mint(rosa.id(), "rosa@example.com"))
        .body();

    assertThat(hers)
        .contains("Rosa")
        .contains("Fridge quote")
        .doesNotContain("Chuck", "Cracked TV", "Swap");
  }

  @Test
  void aRevokedLinkAndOneThatNeverWasLookTheSame() {
    kept.rooms.pageLinks.revokeAll(kept.shop.priya, tv.id());

    var revoked = chuck.get(page);
    var never = chuck.get("/p/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

    assertThat(revoked.statusCode()).isEqualTo(404).isEqualTo(never.statusCode());
    assertThat(revoked.body()).isEqualTo(never.body()).doesNotContain("Chuck", "Cracked");
    assertThat(chuck.post(page + "/sorted").statusCode()).isEqualTo(404);
    assertThat(state()).isEqualTo(State.OPEN);
  }

  @Test
  void anOldLinkOffersANewOneAndSendsItToTheAddressWeHold() {
    var start = kept.clock.instant();
    kept.clock.advance(Duration.ofDays(91));

    var old = chuck.get(page);
    var asked = chuck.post(page + "/new-link");
    var strangers = chuck.post("/p/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/new-link");

    kept.clock.set(start);
    assertThat(old.statusCode()).isEqualTo(410);
    assertThat(old.body()).contains("Send me a new link").doesNotContain("Chuck");
    assertThat(asked.body()).contains("a new link is on its way").doesNotContain(address);
    assertThat(strangers.statusCode()).isEqualTo(asked.statusCode());
    assertThat(queuedLinks()).isEqualTo(1);
  }

  @Test
  void aGoodLinkNeedsNoNewOne() {
    var asked = chuck.post(page + "/new-link");

    assertThat(asked.statusCode()).isEqualTo(303);
    assertThat(TestBrowser.leadsTo(asked)).isEqualTo(page);
    assertThat(queuedLinks()).isZero();
  }

  @Test
  void wordsOfAnyKindStayWords() {
    var evil = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>";
    var mallory = kept.shop.letterFrom(evil, "mallory@example.com", evil, evil);
    var hers = "/p/" + kept.rooms.pageLinks.mint(mallory.id(), "mallory@example.com");
    chuck.post(hers + "/not-yet", "problem", evil, "words", evil);

    assertThat(chuck.get(hers).body()).doesNotContain("<script>alert", "<img src=x");
    assertThat(kept.as(kept.shop.priya).get("/c/" + mallory.id()).body())
        .doesNotContain("<script>alert", "<img src=x");
  }

  @Test
  void takesAWordFromAPageThatHidesItsAddressButNotFromAnotherSite() {
    var hidden = kept.stranger().header("Sec-Fetch-Site", "same-origin").post(page + "/repeat");
    var foreign = kept.stranger().header("Sec-Fetch-Site", "cross-site").post(page + "/sorted");

    assertThat(hidden.statusCode()).isEqualTo(303);
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(state()).isEqualTo(State.OPEN);
  }

  @Test
  void asksWhoeverTapsOnAndOnToWait() {
    var last = 0;
    for (var i = 0; i < 25; i++) last = chuck.post(page + "/repeat").statusCode();

    assertThat(last).isEqualTo(429);
  }

  private State state() {
    return kept.rooms.conversations.get(tv.id()).state();
  }

  private List<SaidWord> said() {
    return kept.rooms.confirmations.of(tv.id());
  }

  private List<Promise> promises() {
    return kept.rooms.promises.in(List.of(tv.id()));
  }

  private List<String> facts() {
    return kept.rooms.events.about(tv.id().value()).stream()
        .map(StoredEvent::kind)
        .toList();
  }

  private VerificationLevel level() {
    return kept.rooms.customers.knowledgeOf(tv.customer()).level();
  }

  private int queuedLinks() {
    return kept.shop.database.read(tx -> tx.createQuery(
            "select count(*) from delivery where kind = 'link-by-mail' and about = :id")
        .bind("id", tv.id().value())
        .mapTo(Integer.class)
        .one());
  }
}
