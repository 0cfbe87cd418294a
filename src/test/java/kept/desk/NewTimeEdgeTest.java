package kept.desk;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.stream.Stream;
import kept.TestBrowser;
import kept.TestKept;
import kept.conversations.Conversation;
import kept.promises.Promise;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two times to choose from: the earlier is promised, the later offered.
class NewTimeEdgeTest {
  private final TestKept kept = new TestKept();
  private final Conversation tv = kept.shop.crackedTv();
  private final TestBrowser priya = kept.as(kept.shop.priya);
  private Promise promise;
  private String path;

  @BeforeEach
  void promise() {
    promise = kept.shop.promise(tv, kept.shop.priya, ofHours(3));
    path = "/promises/" + promise.id() + "/new-time";
  }

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void promisesTheEarlierAndOffersTheLaterInTheSameWords() {
    var moved = move(
        "slot",
        "2026-11-25T08:15",
        "slot",
        "2026-11-24T13:00",
        "message",
        "You’ll have it by {time}.");

    assertThat(TestBrowser.leadsTo(moved)).endsWith("?said=moved");
    assertThat(said()).isEqualTo("You’ll have it by 1:00 pm, or tomorrow 8:15 am if you’d rather.");
    assertThat(due()).isEqualTo(Instant.parse("2026-11-24T18:00:00Z"));
    assertThat(kept.rooms.promises.get(promise.id()).brokenAt()).isNull();
  }

  @Test
  void offersATimeOfOnesOwnBesideAReadyOne() {
    move(
        "slot",
        "2026-11-25T08:15",
        "slot",
        "other",
        "due",
        "2026-11-24T15:30",
        "message",
        "By {time}.");

    assertThat(said()).isEqualTo("By 3:30 pm, or tomorrow 8:15 am if you’d rather.");
    assertThat(due()).isEqualTo(Instant.parse("2026-11-24T20:30:00Z"));
  }

  @Test
  void movesNothingUnlessTheyReadBoth() {
    var silent =
        move("slot", "2026-11-24T13:00", "slot", "2026-11-25T08:15", "message", "By 1:00 pm.");
    var none = move("message", "By {time}.");
    var three = move(
        "slot",
        "2026-11-24T13:00",
        "slot",
        "2026-11-25T08:15",
        "slot",
        "other",
        "due",
        "2026-11-26T08:15",
        "message",
        "By {time}.");

    assertThat(silent.body())
        .contains("Say the new time: write 1:00 pm, or tomorrow 8:15 am", "By 1:00 pm.");
    assertThat(none.body()).contains("Pick a time.");
    assertThat(three.body()).contains("Offer two times at most.");
    assertThat(due()).isEqualTo(promise.dueAt());
  }

  @Test
  void aSheetThatWasWrittenForAnotherDueTimeIsWrittenAnew() {
    var sheet = priya.get(path).body();
    assertThat(sheet).contains("name=\"stood\" value=\"" + promise.dueAt() + "\"");
    move("slot", "2026-11-27T08:15", "message", "By {time}.");
    var letters = kept.rooms.messages.in(tv.id(), 9).size();

    var typed = post(
        "stood",
        promise.dueAt().toString(),
        "slot",
        "2026-11-24T13:00",
        "message",
        "We said noon, Chuck. This afternoon, by {time}.");

    assertThat(typed.statusCode()).isEqualTo(422);
    assertThat(typed.body())
        .contains("It was moved meanwhile, to Fri 8:15 am.", "2026-11-27T13:15:00Z")
        .contains("We said Fri 8:15 am, Chuck. This afternoon, by {time}.")
        .contains("value=\"2026-11-27T09:15\"")
        .doesNotContain("value=\"2026-11-24T13:00\"");
    assertThat(kept.rooms.messages.in(tv.id(), 9)).hasSize(letters);
    assertThat(due()).isEqualTo(Instant.parse("2026-11-27T13:15:00Z"));
  }

  @Test
  void aMessageThatNobodyWroteInIsPreparedAnew() {
    kept.clock.advance(ofHours(4));
    var late = "Chuck, about “Cracked TV”: we said noon and didn’t make it, and I’m sorry. You’ll"
        + " have it by {time}. Just answer if another time suits you better.\r\n\r\nPriya";
    assertThat(priya.get(path).body()).contains(late.replace("\r\n", "\n"));
    move("slot", "2026-11-27T08:15", "message", "By {time}.");

    var anew =
        post("stood", promise.dueAt().toString(), "slot", "2026-11-24T15:00", "message", late);

    assertThat(anew.body()).contains("we said Fri 8:15 am and won’t make it.");
  }

  @Test
  void whatWasTypedIsKeptWhenItIsRefusedLate() {
    var same = move("slot", "2026-11-24T12:00", "message", "I typed this: by noon.");
    assertThat(same.statusCode()).isEqualTo(422);
    assertThat(same.body())
        .contains("That is the time it has already.", "I typed this: by noon.", "<form");

    var longer = "By {time}." + "x".repeat(100_000);
    var tooLong = move("slot", "2026-11-24T13:00", "message", longer);
    assertThat(tooLong.body()).contains("That is longer than a letter can be.", longer);

    kept.rooms.promises.keep(kept.shop.priya, promise.id());
    var ended = move("slot", "2026-11-24T13:00", "message", "I typed this: by {time}.");
    assertThat(ended.statusCode()).isEqualTo(422);
    assertThat(ended.body())
        .contains("This promise was kept already", "I typed this: by {time}.", "<form")
        .contains("It has ended, so nothing is sent.");
  }

  @Test
  void aSheetThatDoesNotSayWhatItWasWrittenForMovesNothing() {
    for (var stood : new String[] {"", "noon"}) {
      var sent = post("stood", stood, "slot", "2026-11-24T13:00", "message", "By {time}.");

      assertThat(sent.statusCode()).isEqualTo(422);
      assertThat(sent.body())
          .contains("sent without the time that it was written for", "By {time}.")
          .contains("name=\"stood\" value=\"" + promise.dueAt() + "\"");
    }
    assertThat(due()).isEqualTo(promise.dueAt());
  }

  /// Sent from a sheet that was fetched just then.
  private HttpResponse<String> move(String... fields) {
    var all = Stream.concat(Stream.of("stood", due().toString()), Stream.of(fields));
    return post(all.toArray(String[]::new));
  }

  private HttpResponse<String> post(String... fields) {
    return priya.post(path, fields);
  }

  private String said() {
    return kept.rooms.messages.in(tv.id(), 9).getLast().words();
  }

  private Instant due() {
    return kept.rooms.promises.get(promise.id()).dueAt();
  }
}
