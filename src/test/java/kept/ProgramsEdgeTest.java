package kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import kept.platform.Database;
import kept.platform.SettableClock;
import kept.platform.http.Assets;
import kept.platform.http.Health;
import kept.platform.http.Pages;
import kept.platform.http.Web;
import kept.platform.http.WebSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What Kept tells whoever watches over it.
class ProgramsEdgeTest {
  private static final TestKept kept = new TestKept();

  @AfterAll
  static void close() {
    kept.close();
  }

  @Test
  void anyoneHearsThatWeAreWell() {
    var answer = kept.stranger().get("/healthz");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"status\":\"ok\"}");
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsSaid() throws Exception {
    var nowhere = new Database.Address("jdbc:postgresql://127.0.0.1:1/kept", "kept", "");
    var settings = new WebSettings("127.0.0.1", 0, null, Set.of());
    try (var database = Database.open(nowhere, 1);
        var health = new Health(database, new SettableClock());
        var web = Web.start(
            settings, Pages.built(), Assets.read(), (request, roles) -> {}, List.of(health))) {
      var answer = HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + "/healthz"))
                  .build(),
              BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body())
          .isEqualTo("{\"status\":\"failing\",\"wrong\":[\"The database does not answer.\"]}");
    }
  }

  @Test
  void metricsCountWhatHappened() {
    var chuck = kept.shop.crackedTv();
    kept.shop.promise(chuck, kept.shop.priya, Duration.ofHours(3));
    kept.program().get("/api/v1/agents");

    var text = kept.stranger().get("/metrics").body();

    assertThat(text)
        .contains("# TYPE kept_events_total counter")
        .contains("kept_events_total{kind=\"message_received\"}")
        .contains("kept_events_total{kind=\"promise_made\"}")
        .contains("kept_http_requests_total{status=\"200\"}")
        .contains("kept_http_request_seconds_bucket{le=\"+Inf\"}")
        .contains("kept_live_streams 0")
        .contains("kept_database_connections_in_use");
    assertThat(text.lines().filter(line -> !line.startsWith("#")))
        .allMatch(Pattern.compile("[a-z_]+(\\{[a-z]+=\"[^\"]+\"\\})? [0-9.]+").asMatchPredicate());
  }

  @Test
  void metricsSayHowLateAnAlarmWas() {
    var before = fired();
    kept.shop.promise(kept.shop.crackedTv(), kept.shop.priya, Duration.ofHours(3));

    kept.clock.advance(Duration.ofHours(3));

    var last = System.nanoTime() + 10_000_000_000L;
    while (fired() < before + 5 && System.nanoTime() < last) Thread.onSpinWait();
    assertThat(fired()).isGreaterThanOrEqualTo(before + 5);
  }

  @Test
  void metricsAreForThisMachineAndForTokens() {
    var handedOn = kept.stranger().header("X-Forwarded-For", "203.0.113.9");

    assertThat(handedOn.get("/metrics").statusCode()).isEqualTo(401);
    assertThat(kept.program()
            .header("X-Forwarded-For", "203.0.113.9")
            .get("/metrics")
            .statusCode())
        .isEqualTo(200);
    assertThat(kept.stranger().send("POST", "/metrics", BodyPublishers.noBody()).statusCode())
        .isEqualTo(405);
  }

  private static long fired() {
    return kept.stranger()
        .get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("kept_alarm_lateness_seconds_count"))
        .mapToLong(line -> Long.parseLong(line.split(" ")[1]))
        .sum();
  }
}
