package kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A real shop's clock cannot be moved, and nobody simulates its customers.
class StartHasNoLeverTest {
  @Test
  void nothingOfTheSampleShopExistsInARealOne() {
    try (var kept = new TestKept()) {
      for (var path :
          List.of("/try/clock", "/try/letter", "/try/calls", "/try/phones/101/answer", "/try")) {
        for (var method : List.of("GET", "POST")) {
          var answer = kept.as(kept.shop.dana).send(method, path, BodyPublishers.noBody());

          assertThat(answer.statusCode()).as(method + " " + path).isEqualTo(404);
        }
      }
      assertThat(kept.kept().sipPort()).isEqualTo(-1);
      assertThat(kept.kept().doors()).noneMatch(door -> door.path().startsWith("/try"));
    }
  }
}
