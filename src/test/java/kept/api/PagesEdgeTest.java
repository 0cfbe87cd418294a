package kept.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import kept.conversations.Channel;
import kept.conversations.Conversation;
import kept.conversations.Draft;
import kept.conversations.Incoming;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PagesEdgeTest {
  private final Wire wire = new Wire();
  private final String token = wire.token();

  @AfterEach
  void close() {
    wire.close();
  }

  @Test
  void everyListGivesEachRowOnceWhileRowsAreAdded() {
    var conversation = wire.shop.crackedTv();
    for (int i = 0; i < 12; i++) more(conversation, i);

    for (var list : List.of(
        "/conversations?",
        "/customers?",
        "/customers?q=example&",
        "/promises?state=open&",
        "/promises?keeper=" + wire.shop.tomas + "&",
        "/conversations/" + conversation.id() + "/messages?",
        "/agents?")) {
      var before = ids(wire.get(token, list + "limit=200").json());
      var read = new ArrayList<String>();
      var next = wire.get(token, list + "limit=5").json();
      read.addAll(ids(next));
      for (int i = 100; !next.get("next").isNull(); i++) {
        more(conversation, i + read.size() * 1000 + list.length() * 100_000);
        next = wire.get(token, list + "limit=5&cursor=" + next.get("next").asString())
            .json();
        assertThat(next.get("items").size()).isBetween(1, 5);
        read.addAll(ids(next));
        if (i > 140) throw new AssertionError(list + " does not end");
      }
      assertThat(read).as(list).doesNotHaveDuplicates().containsAll(before);
    }
  }

  @Test
  void aListThatFitsIsOnePage() {
    var page = wire.get(token, "/agents?limit=4").json();

    assertThat(page.get("items")).hasSize(4);
    assertThat(page.get("next").isNull()).isTrue();
  }

  @Test
  void aLateCommitIsNotSkippedByAnEventCursor() throws Exception {
    var held = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var first = wire.shop.crackedTv().id();
    var start = allEvents("").getLast().get("cursor").asString();
    var slow = Thread.ofVirtual()
        .start(() -> wire.rooms.database.useTransaction(tx -> {
          wire.rooms.messages.note(wire.shop.dana, first, Draft.of("Slow."));
          held.countDown();
          await(release);
        }));
    await(held);

    for (int i = 0; i < 3; i++) {
      wire.post(
          token, "/conversations", "{\"email\": \"rosa@example.com\", \"matter\": \"A quote\"}");
    }
    assertThat(wire.get(token, "/events?after=" + start).json().get("items")).isEmpty();
    assertThat(wire.get(token, "/events?after=" + start).json().get("next").isNull())
        .isTrue();
    release.countDown();
    slow.join();

    var kinds = Wait.until(
        () -> allEvents(start).stream().map(e -> e.get("kind").asString()).toList(),
        all -> all.size() >= 5);
    assertThat(kinds)
        .containsExactly(
            "message_written",
            "customer_met",
            "conversation_opened",
            "conversation_opened",
            "conversation_opened");
  }

  @Test
  void eventsReadByTwosAreTheSameEvents() {
    for (int i = 0; i < 5; i++) more(wire.shop.crackedTv(), i);
    var all = Wait.until(() -> allEvents(""), events -> events.size() >= 20);

    var bits = new ArrayList<JsonNode>();
    var page = wire.get(token, "/events?limit=3").json();
    while (!page.get("next").isNull()) {
      page.get("items").forEach(bits::add);
      page = wire.get(token, "/events?limit=3&after=" + page.get("next").asString())
          .json();
    }

    assertThat(bits.subList(0, all.size())).isEqualTo(all);
    assertThat(new HashSet<>(bits)).hasSameSizeAs(bits);
  }

  @Test
  void nothingInTheLogIsAPersonsWords() {
    wire.shop.crackedTv();

    var text = Wait.until(() -> allEvents(""), events -> events.size() >= 4).toString();

    assertThat(text)
        .doesNotContainIgnoringCase("chuck")
        .doesNotContain("Cracked")
        .doesNotContain("@");
  }

  private List<JsonNode> allEvents(String after) {
    var query = after.isEmpty() ? "" : "&after=" + after;
    return wire.get(token, "/events?limit=200" + query)
        .json()
        .get("items")
        .valueStream()
        .toList();
  }

  private void more(Conversation conversation, int i) {
    wire.shop.letterFrom("Nora Quist " + i, "nora" + i + "@example.com", "A fridge", "It hums.");
    wire.shop.promise(conversation, wire.shop.tomas, Duration.ofHours(3 + i % 5));
    wire.rooms.messages.receive(
        conversation.id(), Incoming.of(Channel.EMAIL, wire.clock.instant(), Draft.of("And?")));
  }

  private static List<String> ids(JsonNode page) {
    var items = page.get("items");
    return IntStream.range(0, items.size())
        .mapToObj(i -> items.get(i).get("id").asString())
        .toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
