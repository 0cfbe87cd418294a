package kept.desk;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
    var moved = priya.post(
        path,
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
    priya.post(
        path,
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
    var silent = priya.post(
        path, "slot", "2026-11-24T13:00", "slot", "2026-11-25T08:15", "message", "By 1:00 pm.");
    var none = priya.post(path, "message", "By {time}.");
    var three = priya.post(
        path,
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

  private String said() {
    return kept.rooms.messages.in(tv.id(), 9).getLast().words();
  }

  private Instant due() {
    return kept.rooms.promises.get(promise.id()).dueAt();
  }
}
