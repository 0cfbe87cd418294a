package kept.visitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import kept.PageProof;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The customer's page in each of its states: light enough for a bad line, whole without scripts,
/// readable by everyone.
class VisitorGalleryTest {

  private static final int BUDGET = 50 * 1024;

  private static PageProof proof;

  @BeforeAll
  static void open() {
    proof = new PageProof(true, VisitorCast::hang);
  }

  @AfterAll
  static void close() {
    proof.close();
  }

  @Test
  void everyStateHoldsUpAtEveryWidthInBothThemes() {
    assertThat(proof.complaints()).isEmpty();
  }

  @Test
  void theFirstLoadWithoutFontsStaysUnderFiftyKilobytes() throws Exception {
    var page = fetch("/p/running");
    var weight = page.length;
    var linked =
        Pattern.compile("(?:href|src)=\"(/static/[^\"#]+)").matcher(new String(page, UTF_8));
    while (linked.find()) weight += fetch(linked.group(1)).length;

    assertThat(weight).as("bytes, not even packed").isLessThan(BUDGET);
  }

  @Test
  void nothingOnItIsAScript() throws Exception {
    assertThat(new String(fetch("/p/running"), UTF_8)).doesNotContain("<script", "javascript:");
  }

  @Test
  void bothAnswersArePostsBecauseMailScannersFollowLinks() {
    var page = proof.withoutScripts();
    page.navigate(proof.url("/p/running"));

    assertThat(
            page.locator("form[method=post][action='/p/running/sorted'] button").isVisible())
        .isTrue();
    assertThat(page.locator("form[method=post][action='/p/running/not-yet'] button")
            .isVisible())
        .isTrue();
    assertThat(page.locator("a[href*='/p/']").count()).isZero();
  }

  private static byte[] fetch(String path) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(proof.url(path))).build();
      return client.send(request, BodyHandlers.ofByteArray()).body();
    }
  }
}
