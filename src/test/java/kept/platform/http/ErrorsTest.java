package kept.platform.http;

import static java.net.http.HttpResponse.BodyHandlers.discarding;
import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HttpResponseException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ErrorsTest {
  /// Whose words cannot be read: telling of it fails as well.
  private static final class Unspeakable extends HttpResponseException {
    private static final AtomicInteger ASKED = new AtomicInteger();

    private Unspeakable() {
      super(418);
    }

    @Override
    public String getMessage() {
      ASKED.incrementAndGet();
      throw new IllegalStateException("no words");
    }
  }

  @Test
  @Timeout(20)
  void whatCannotBeToldIsTriedOnce() throws Exception {
    WebRoutes room = routes -> routes.get(
        "/",
        request -> {
          throw new Unspeakable();
        },
        Public.ANYONE);
    var settings = new WebSettings("127.0.0.1", 0, null, Set.of());
    try (var web = Web.start(
            settings, Pages.built(), Assets.read(), (request, allowed) -> {}, List.of(room));
        var http = HttpClient.newHttpClient()) {
      var answer = http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port() + "/"))
              .build(),
          discarding());

      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(Unspeakable.ASKED).hasValueLessThan(10);
    }
  }
}
