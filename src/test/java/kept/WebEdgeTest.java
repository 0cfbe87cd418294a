package kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
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

  private List<StoredEvent> opened() {
    return kept.rooms.events.about(tv.id().value()).stream()
        .filter(fact -> fact.kind().equals("page_opened"))
        .toList();
  }

  private static HttpResponse<String> head(TestBrowser browser, String path) {
    return browser.send("HEAD", path, BodyPublishers.noBody());
  }
}
