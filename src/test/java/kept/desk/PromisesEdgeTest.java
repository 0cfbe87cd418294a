package kept.desk;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Stream;
import kept.TestBrowser;
import kept.TestKept;
import kept.conversations.Conversation;
import kept.promises.Promise;
import kept.promises.PromiseState;
import kept.promises.Slice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PromisesEdgeTest {
  private final TestKept kept = new TestKept();
  private final Conversation tv = kept.shop.crackedTv();
  private final TestBrowser priya = kept.as(kept.shop.priya);

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void aPromiseMadeByHandIsOnTodayUntilItIsKept() {
    var made = priya.post(
        "/promises",
        "what",
        "Swap Chuck’s cracked TV",
        "conversation",
        tv.id().toString(),
        "kind",
        "replacement",
        "said",
        "call",
        "due",
        "2026-11-24T17:00");
    assertThat(made.statusCode()).isEqualTo(303);
    assertThat(priya.get(TestBrowser.leadsTo(made)).body())
        .contains("Promised. It is due 5:00 pm.");
    assertThat(priya.get("/").body())
        .contains("Swap Chuck’s cracked TV")
        .contains("You promised on the phone, 9:00")
        .contains("One promise left today.");

    var path = TestBrowser.leadsTo(made).split("\\?")[0];
    var done = priya.post(path + "/keeping");
    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(priya.get(TestBrowser.leadsTo(done)).body()).contains("Kept, 8 h early.");
    assertThat(priya.get("/today/promises").body()).doesNotContain("Swap Chuck’s");
    assertThat(priya.get("/").body()).contains("One kept, nothing left for today.");
    assertThat(priya.get("/promises").body()).contains("Kept today").contains("1, all in time");
  }

  @Test
  void whatWasKeptByMistakeIsTakenBackAndWhatWasKeptIsShown() {
    var path = "/promises/" + kept.shop.promise(tv, kept.shop.priya, ofHours(4)).id();
    priya.post(path + "/keeping");
    assertThat(priya.get(path).body()).contains(">Undo</button>");

    var undone = priya.post(path + "/undoing");
    assertThat(priya.get(TestBrowser.leadsTo(undone)).body())
        .contains("Open again, with its alarms.")
        .contains("You took that back");

    priya.post(path + "/keeping");
    var nothing = priya.post(path + "/proof", "words", " ");
    assertThat(nothing.statusCode()).isEqualTo(422);
    assertThat(nothing.body()).contains("Say what shows it");
    var shown = priya.post(path + "/proof", "words", "UPS 1Z 999");
    assertThat(priya.get(TestBrowser.leadsTo(shown)).body())
        .contains("<b>UPS 1Z 999</b>")
        .contains("You showed that it is done");
  }

  @Test
  void aSecondClickPromisesNothingTwice() {
    var key =
        priya.get("/promises").body().replaceAll("(?s).*name=\"key\" value=\"([^\"]+)\".*", "$1");
    String[] form = {
      "key", key, "what", "Call back", "conversation", tv.id().toString(), "due", "2026-11-24T12:00"
    };

    var first = priya.post("/promises", form);
    var second = priya.post("/promises", form);
    form[3] = "Bring the remote";
    var other = priya.post("/promises", form);

    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("This page was sent already", "Bring the remote");
    assertThat(TestBrowser.leadsTo(first)).endsWith("?said=made");
    assertThat(TestBrowser.leadsTo(second)).isEqualTo("/promises");
    assertThat(kept.rooms.board.open(Slice.ALL, 9)).hasSize(1);
  }

  @Test
  void keepsWhatWasTypedWhenSomethingIsMissing() {
    var answer = priya.post("/promises", "what", "Call her", "due", "2026-11-24T08:00");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("value=\"Call her\"").contains("8:00 am has passed");
    assertThat(kept.rooms.board.open(Slice.ALL, 9)).isEmpty();

    var nobody = priya.post("/promises", "what", "Call her", "due", "2026-11-24T12:00");
    assertThat(nobody.body()).contains("Say whom you promise it to.");
  }

  @Test
  void opensAConversationForWhoeverHasNoneOpen() {
    var rosa = kept.shop.customer("Rosa Delgado", "rosa@example.com");

    makeFor("rosa");
    makeFor("new.person@example.com");

    assertThat(kept.rooms.board.open(Slice.ALL, 9))
        .extracting(item -> item.customerName())
        .containsExactlyInAnyOrder("Rosa Delgado", "new.person@example.com");
    var conversation = kept.rooms.conversations.get(
        kept.rooms.board.search(Slice.ALL, "rosa", 1).getFirst().promise().conversation());
    assertThat(conversation.customer()).isEqualTo(rosa.id());
    assertThat(conversation.matter()).isEqualTo("Call back with the quote");
  }

  @Test
  void asksWhichOfTheNamesakesIsMeant() {
    kept.shop.customer("Rosa Delgado", "rosa@example.com");
    kept.shop.customer("Rosa Klein", "klein@example.com");

    var answer =
        priya.post("/promises", "what", "Call back", "whom", "rosa", "due", "2026-11-24T12:00");

    assertThat(answer.body())
        .contains("There are two. Which one is it?")
        .contains("Rosa Klein</option>");
  }

  @Test
  void theAddressSaysWhatTheBoardShows() {
    kept.shop.promise(tv, kept.shop.priya, ofHours(3));
    kept.shop.promise(tv, kept.shop.edie, ofDays(30));

    assertThat(priya.get("/promises").body())
        .contains("Two promises to keep.")
        .contains("id=\"today-title\"")
        .contains("id=\"later-title\"")
        .contains("Who carries what");
    assertThat(priya.get("/promises?keeper=" + kept.shop.edie).body())
        .contains("Edie has one promise to keep.")
        .contains("src=\"/promises/board?keeper=" + kept.shop.edie + "\"")
        .doesNotContain("id=\"today-title\"");
    assertThat(priya.get("/promises?by=person").body()).contains(kept.shop.edie + "-title");
    assertThat(priya.get("/promises/board?kind=visit").body()).contains("Nothing here.");
    assertThat(priya.get("/promises?show=kept").body()).contains("Nothing is kept yet today.");
  }

  @Test
  void saysWhoHasBeenToldOfWhatIsLate() {
    var promise = kept.shop.promise(tv, kept.shop.edie, ofHours(1));
    kept.clock.advance(ofHours(2));
    kept.rooms.alarms.wake();
    await(() -> kept.rooms.board.get(promise.id()).promise().brokenAt() != null);
    await(() -> priya.get("/promises").body().contains("Dana and Edie know."));
    assertThat(priya.get("/promises").body()).contains("One promise to keep, and it’s late.");

    var page = priya.get("/promises/" + promise.id()).body();
    assertThat(page)
        .contains("Edie promised it by email")
        .contains("Edie was nudged: on the desk, not seen yet")
        .contains("It broke: the time passed and it wasn’t kept")
        .contains("Dana was told that it broke");
    assertThat(kept.as(kept.shop.edie).get("/promises/" + promise.id()).body())
        .contains("You were nudged: on the desk, seen 11:00 am");
  }

  @Test
  void movesTheTimeOnlyByTellingThem() {
    var promise = kept.shop.promise(tv, kept.shop.priya, ofHours(3));
    var path = "/promises/" + promise.id() + "/new-time";
    assertThat(priya.get(path).body())
        .contains("Chuck, about “Cracked TV”: we said noon and won’t make it.")
        .contains("value=\"2026-11-24T13:00\"")
        .contains("value=\"2026-11-25T08:15\"")
        .contains("Email to chuck@example.com");

    var silent = newTime(promise, "slot", "2026-11-24T13:00", "message", "It will be later.");
    assertThat(silent.statusCode()).isEqualTo(422);
    assertThat(silent.body()).contains("Say the new time").contains("It will be later.");

    var byHand = newTime(promise, "slot", "2026-11-24T12:30", "message", "At 12:30 pm, Chuck.");
    assertThat(byHand.statusCode()).isEqualTo(303);
    assertThat(kept.rooms.messages.in(tv.id(), 9).getLast().words())
        .isEqualTo("At 12:30 pm, Chuck.");

    var moved =
        newTime(promise, "slot", "2026-11-24T13:00", "message", "It will be {time}, Chuck.");
    assertThat(moved.statusCode()).isEqualTo(303);
    assertThat(kept.rooms.messages.in(tv.id(), 9).getLast().words())
        .isEqualTo("It will be 1:00 pm, Chuck.");
    assertThat(priya.get(TestBrowser.leadsTo(moved)).body())
        .contains("They were told. It is due 1:00 pm now.")
        .contains("You moved it from 12:30 pm to 1:00 pm and told them");
  }

  /// Sent from a sheet that was fetched just then.
  private HttpResponse<String> newTime(Promise promise, String... fields) {
    var stood = kept.rooms.promises.get(promise.id()).dueAt().toString();
    var all = Stream.concat(Stream.of("stood", stood), Stream.of(fields));
    return priya.post("/promises/" + promise.id() + "/new-time", all.toArray(String[]::new));
  }

  @Test
  void passesOnWarnsAndLetsGo() {
    var promise = kept.shop.promise(tv, kept.shop.priya, ofHours(3));
    var path = "/promises/" + promise.id();

    assertThat(priya.get(path).body())
        .containsOnlyOnce("Swap the cracked TV</h1>")
        .containsOnlyOnce("Kept</button>")
        .contains("Warn Dana now");

    var warned = priya.post(path + "/risk", "reason", "at a job until noon");
    assertThat(priya.get(TestBrowser.leadsTo(warned)).body()).contains("Dana was told.");
    assertThat(priya.get("/").body())
        .contains("At a job until noon.")
        .contains("you can’t make it");

    var row =
        kept.as(kept.shop.edie).header("HX-Request", "true").post(path + "/keeper", "keeper", "me");
    assertThat(row.statusCode()).isEqualTo(200);
    assertThat(row.body()).contains("<li class=\"prow\"", "You").doesNotContain("At a job");

    var unsaid = priya.post(path + "/release", "words", "never mind");
    assertThat(unsaid.statusCode()).isEqualTo(422);
    assertThat(unsaid.body())
        .contains("Choose why this promise no longer holds.", "value=\"never mind\"");
    assertThat(kept.rooms.promises.get(promise.id()).isOpen()).isTrue();

    priya.post(path + "/release", "reason", "customer", "words", "bought another one");
    assertThat(kept.rooms.promises.get(promise.id()).state()).isEqualTo(PromiseState.RELEASED);
    assertThat(priya.get(path).body())
        .contains("You let it go: They let us off: bought another one", "Edie took it from you");
  }

  @Test
  void whatIsNotAHelpersOwnIsNotThere() {
    var hers = kept.shop.promise(tv, kept.shop.priya, ofMinutes(90));
    var own = kept.shop.promise(tv, kept.shop.tomas, ofMinutes(90));
    var tomas = kept.as(kept.shop.tomas);

    for (var what : new String[] {"/keeping", "/release", "/keeper", "/risk", "/new-time"})
      assertThat(tomas.post("/promises/" + hers.id() + what, "keeper", "me").statusCode())
          .isEqualTo(404);
    assertThat(tomas.get("/promises/" + hers.id()).statusCode()).isEqualTo(404);
    assertThat(tomas.get("/promises?keeper=" + kept.shop.priya).body())
        .contains("/promises/" + own.id())
        .doesNotContain(hers.id().toString());
    assertThat(tomas.post("/promises", "what", "x").statusCode()).isEqualTo(403);
    assertThat(tomas.get("/find?q=swap").body())
        .contains(own.id().toString())
        .doesNotContain(hers.id().toString());
    assertThat(tomas.post("/promises/" + own.id() + "/keeping").statusCode()).isEqualTo(303);
  }

  @Test
  void findsPeopleAndPromisesFirstAndThenWhatWasSaid() {
    var swap = kept.shop.promise(tv, kept.shop.priya, ofHours(3));

    var found = priya.header("HX-Request", "true").get("/find?q=crack").body();
    assertThat(found)
        .contains("/promises/" + swap.id())
        .contains("/c/" + tv.id())
        .startsWith("<div class=\"found\"");
    assertThat(found.indexOf("Promises</h2>")).isLessThan(found.indexOf("Said</h2>"));
    assertThat(priya.get("/find?q=alvarez").body()).contains("/people/" + tv.customer());
    assertThat(priya.get("/find?q=promise+call+chuck").body())
        .contains("/promises?words=call+chuck#add");
    assertThat(priya.get("/find?q=write+chuck").body()).contains("/c/new?to=" + tv.customer());
    assertThat(priya.get("/find?q=").body()).contains("Make a promise");
    assertThat(priya.get("/find?q=zzz").body()).contains("Nothing found for “zzz”");
  }

  private void makeFor(String whom) {
    var made = priya.post(
        "/promises", "what", "Call back with the quote", "whom", whom, "due", "2026-11-24T12:00");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
  }

  private static void await(java.util.function.BooleanSupplier happened) {
    for (var i = 0; i < 200 && !happened.getAsBoolean(); i++)
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
    assertThat(happened.getAsBoolean()).isTrue();
  }
}
