package kept.desk;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kept.TestKept;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LiveEdgeTest {
  private static final TestKept kept = new TestKept();

  @AfterAll
  static void close() {
    kept.close();
  }

  @Test
  void tellsOpenPagesWithinASecondOfTheCommit() throws Exception {
    try (var stream = new Stream(kept.shop.priya)) {
      var conversation = kept.shop.crackedTv();
      var before = System.nanoTime();
      kept.shop.promise(conversation, kept.shop.priya, ofHours(3));

      stream.hears("changed promises");
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void saysWhichConversationAndWhichLists() throws Exception {
    try (var stream = new Stream(kept.shop.tomas)) {
      var conversation = kept.shop.crackedTv();

      stream.hears("changed conversation:" + conversation.id());
      stream.hears("changed conversations");
    }
  }

  @Test
  void ringsOnlyWithWhoeverWasTold() throws Exception {
    var promise = kept.shop.promise(kept.shop.crackedTv(), kept.shop.edie, ofHours(4));
    try (var edie = new Stream(kept.shop.edie);
        var priya = new Stream(kept.shop.priya)) {
      kept.clock.advance(ofHours(3));
      kept.rooms.alarms.wake();

      var alarm = edie.hears("alarm {");
      assertThat(alarm)
          .contains("\"step\":\"nudge\"")
          .contains("1 h left: Swap the cracked TV")
          .contains("/promises/" + promise.id());
      var id = alarm.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
      assertThat(kept.as(kept.shop.edie)
              .header("HX-Request", "true")
              .post("/alarms/" + id + "/seen")
              .statusCode())
          .isEqualTo(204);
      assertThat(kept.rooms.alarms.of(promise.id()).getFirst().told().getFirst().seenAt())
          .isNotNull();
      priya.hears("changed promises");
      assertThat(priya.heard).noneMatch(line -> line.startsWith("alarm"));
    }
  }

  /// So that what happens between a page and its stream is fetched when the stream opens.
  @Test
  void aPageSaysHowFarTheNewsHadComeWhenItWasMade() throws Exception {
    var browser = kept.as(kept.shop.priya);
    var before = markOf(browser.get("/").body());
    try (var stream = new Stream(kept.shop.priya)) {
      kept.shop.crackedTv();
      stream.hears("changed conversations");

      assertThat(markOf(browser.get("/").body())).isNotEqualTo(before);
    }
  }

  private static String markOf(String page) {
    return page.replaceAll("(?s).*<meta name=\"kept-mark\" content=\"([^\"]+)\">.*", "$1");
  }

  @Test
  void saysNothingMoreToWhoeverIsSignedOut() throws Exception {
    try (var priya = new Stream(kept.shop.priya);
        var justin = new Stream(justin());
        var dana = new Stream(kept.shop.dana)) {
      kept.rooms.sessions.endAllOf(kept.shop.priya);
      kept.rooms.team.leave(kept.shop.dana, justin.agent);

      priya.hears("over");
      priya.ends();
      justin.hears("over");
      justin.ends();
      kept.shop.crackedTv();
      dana.hears("changed conversations");
    }
  }

  private static AgentId justin() {
    return kept.rooms.team.join(
        new Agent(
            AgentId.next(),
            "Justin Cole",
            "justin@example.com",
            Role.AGENT,
            null,
            165,
            true,
            "",
            null),
        null);
  }

  @Test
  void turnsStrangersAway() {
    assertThat(
            kept.stranger().header("Accept", "text/event-stream").get("/live").statusCode())
        .isEqualTo(401);
  }

  /// An open page, as far as the server can tell.
  private static final class Stream implements AutoCloseable {
    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final AgentId agent;
    private final Thread reader;

    Stream(AgentId agent) throws IOException, InterruptedException {
      this.agent = agent;
      var token = kept.rooms.sessions.start(agent, "A test");
      var request = HttpRequest.newBuilder(kept.at("/live"))
          .header("Cookie", "kept=" + token)
          .header("Accept", "text/event-stream")
          .build();
      var answer = http.send(request, BodyHandlers.ofLines());
      assertThat(answer.statusCode()).isEqualTo(200);
      reader = Thread.ofVirtual().start(() -> read(answer.body().iterator()));
      hears("hello");
    }

    /// The first event from now on that begins so.
    String hears(String start) throws InterruptedException {
      for (var i = 0; i < 100; i++) {
        var event = heard.poll(5, TimeUnit.SECONDS);
        if (event == null) break;
        if (event.startsWith(start)) return event;
      }
      throw new AssertionError("Nobody said: " + start);
    }

    void ends() throws InterruptedException {
      assertThat(reader.join(Duration.ofSeconds(5))).as("the stream ended").isTrue();
    }

    private void read(java.util.Iterator<String> lines) {
      var event = "";
      while (lines.hasNext()) {
        var line = lines.next();
        if (line.startsWith("event:")) event = line.substring(6).strip();
        if (line.startsWith("data:")) event = (event + " " + line.substring(5).strip()).strip();
        if (!line.isEmpty() || event.isEmpty()) continue;
        heard.add(event);
        event = "";
      }
    }

    @Override
    public void close() {
      http.shutdownNow();
    }
  }
}
