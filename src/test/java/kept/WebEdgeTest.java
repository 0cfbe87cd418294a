package kept;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kept.conversations.Conversation;
import kept.platform.StoredEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What the web edge does for every room alike.
class WebEdgeTest {
  private static final TestKept kept = new TestKept();

  private final Conversation tv = kept.shop.crackedTv();
  private final String page = "/p/" + kept.rooms.pageLinks.mint(tv.id(), "chuck@example.com");

  @AfterAll
  static void close() {
    kept.close();
  }

  @Test
  void headIsAnsweredAsGetWithoutTheContent() {
    var priya = kept.as(kept.shop.priya);
    for (var path :
        List.of("/", "/in", "/healthz", "/api/openapi.yaml", "/static/desk.css", page)) {
      var whole = priya.get(path);
      var head = head(priya, path);

      assertThat(head.statusCode()).as(path).isEqualTo(whole.statusCode());
      assertThat(head.headers().firstValue("Content-Type"))
          .as(path)
          .isEqualTo(whole.headers().firstValue("Content-Type"));
      assertThat(head.body()).as(path).isEmpty();
    }
  }

  @Test
  void headIsForThoseWhoMayGet() {
    assertThat(head(kept.stranger(), "/c").statusCode()).isEqualTo(303);
    assertThat(head(kept.stranger(), "/api/v1/agents").statusCode()).isEqualTo(401);
    assertThat(head(kept.program(), "/api/v1/agents").statusCode()).isEqualTo(200);
    assertThat(head(kept.as(kept.shop.tomas), "/c").statusCode()).isEqualTo(403);
    assertThat(head(kept.stranger(), "/nowhere").statusCode()).isEqualTo(404);
    assertThat(head(kept.stranger(), page + "/sorted").statusCode()).isEqualTo(405);
  }

  @Test
  void headLeavesNoTrace() {
    head(kept.stranger(), page);
    assertThat(opened()).isEmpty();

    kept.stranger().get(page);
    assertThat(opened()).hasSize(1);
  }

  @Test
  void headOpensNoStream() {
    var priya = kept.as(kept.shop.priya).header("Accept", "text/event-stream");

    assertThat(head(priya, "/live").statusCode()).isEqualTo(200);
    assertThat(kept.stranger().get("/metrics").body()).contains("kept_live_streams 0");
  }

  @Test
  void aCharacterThatCannotBeKeptIsRefusedInASentence() {
    var priya = kept.as(kept.shop.priya);
    var answers = List.of(
        kept.stranger().post("/in", "email", "a\0@example.com", "password", "x"),
        kept.stranger().post(page + "/not-yet", "words", "\0"),
        priya.get("/find?q=%00"),
        priya.get("/people?q=a%00b"),
        priya.post("/c/" + tv.id() + "/matter", "matter", "Cracked\0TV"));

    assertThat(answers).allSatisfy(answer -> {
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("has a character that can’t be kept.");
    });
  }

  @Test
  void aTextThatIsTooLongIsRefusedInASentence() {
    var priya = kept.as(kept.shop.priya);
    var promise = "/promises/"
        + kept.shop.promise(tv, kept.shop.priya, Duration.ofHours(3)).id();
    var person = "/people/" + tv.customer();
    var much = "x ".repeat(5_000);

    var answers = List.of(
        priya.post(promise + "/risk", "reason", much),
        priya.post(promise + "/release", "reason", "void", "words", much),
        priya.post(person + "/name", "name", much),
        priya.post(person + "/facts", "label", much, "value", "4417"),
        priya.post(person + "/facts", "label", "Side gate code", "value", much),
        priya.post("/c/" + tv.id() + "/matter", "matter", much),
        priya.post("/c", "to", "lena@example.com", "matter", much, "words", "It is in."),
        kept.as(kept.shop.dana)
            .post(
                "/settings/team/invitations",
                "name",
                much,
                "email",
                "n@example.com",
                "role",
                "AGENT"),
        kept.program()
            .header("Content-Type", "application/json")
            .send(
                "POST",
                "/api/v1" + promise + "/risk",
                BodyPublishers.ofString("{\"reason\": \"" + much + "\"}")));

    assertThat(answers).allSatisfy(answer -> {
      assertThat(answer.statusCode()).as(answer.uri().getPath()).isEqualTo(422);
      assertThat(answer.body()).containsAnyOf("fewer words", "Use a shorter name", "Write less");
    });
  }

  @Test
  void whereNothingIsIsSaidInASentence() {
    var nowhere = kept.as(kept.shop.priya).get("/nowhere");
    var problem = kept.program().get("/api/v1/nothing");

    assertThat(nowhere.statusCode()).isEqualTo(404).isEqualTo(problem.statusCode());
    assertThat(nowhere.body()).contains("There is nothing at this address.");
    assertThat(problem.body()).contains("\"detail\":\"There is nothing at this address.\"");
  }

  @Test
  void whatAnAddressTakesIsSaidInASentence() {
    var sent = kept.as(kept.shop.priya).get("/c/" + tv.id() + "/messages");
    var problem = kept.program().send("DELETE", "/api/v1/promises", BodyPublishers.noBody());

    assertThat(sent.statusCode()).isEqualTo(405).isEqualTo(problem.statusCode());
    assertThat(sent.body()).contains("There is nothing to look at here.");
    assertThat(problem.headers().firstValue("Allow")).contains("GET, HEAD, POST");
    assertThat(problem.body())
        .contains("\"detail\":\"This address takes GET, HEAD, POST, not DELETE.\"")
        .doesNotContain("vailable");
  }

  @Test
  void anAddressThatCannotBeReadIsSaidOnOurOwnPage() throws IOException {
    for (var path : List.of("/p/%00", "/static/../..", "/%zz", "/" + "x".repeat(20_000))) {
      var answer = raw(path);

      assertThat(answer).as(path).startsWith("HTTP/1.1 4");
      assertThat(answer).as(path).contains("Content-Security-Policy: default-src 'none'");
      assertThat(answer)
          .as(path)
          .contains("<div class=\"alone\">")
          .doesNotContainIgnoringCase("jetty");
    }
    assertThat(raw("/api/v1/agents HTTP/1.1\r\nX: " + "x".repeat(20_000) + "\r\nY: "))
        .startsWith("HTTP/1.1 431")
        .contains("application/problem+json", "is too long to be read.\"");
  }

  @Test
  void aFormThatCannotBeReadIsToldSo() {
    var unreadable = Map.of(
        "multipart/form-data", "x",
        "multipart/form-data; boundary=A", "--A\r\nContent-Disposition: form-data\r\n\r\nx",
        "application/x-www-form-urlencoded; charset=utf-99", "words=a",
        "application/x-www-form-urlencoded; charset=%%", "words=a");

    unreadable.forEach((type, body) -> {
      var answer = kept.as(kept.shop.priya)
          .header("Content-Type", type)
          .send("POST", "/promises/sentence", BodyPublishers.ofString(body));

      assertThat(answer.statusCode()).as(type).isEqualTo(400);
      assertThat(answer.body())
          .containsAnyOf("can’t be read", "isn’t known here")
          .contains("Back to today");
    });
  }

  @Test
  void lettersThatNobodyKnowsAreAProblemForAProgram() {
    var answer = kept.program()
        .header("Content-Type", "application/json; charset=utf-99")
        .send("POST", "/api/v1/promises", BodyPublishers.ofString("{}"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("character set that isn’t known here");
  }

  /// As no decent client would send it.
  private static String raw(String path) throws IOException {
    try (var socket = new Socket("127.0.0.1", kept.kept().httpPort())) {
      var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private List<StoredEvent> opened() {
    return kept.rooms.events.about(tv.id().value()).stream()
        .filter(fact -> fact.kind().equals("page_opened"))
        .toList();
  }

  private static HttpResponse<String> head(TestBrowser browser, String path) {
    return browser.send("HEAD", path, BodyPublishers.noBody());
  }
}
