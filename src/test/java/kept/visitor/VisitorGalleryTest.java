package kept.visitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Pattern;
import kept.AxeRules;
import kept.PageProof;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The customer's page in each of its states: light enough for a bad line, whole without scripts,
/// readable by everyone.
class VisitorGalleryTest {

  private static final int BUDGET = 50 * 1024;

  private static final String WEAKEST_CONTRAST = """
      () => {
        const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
        const light = (color) => {
          canvas.fillStyle = color;
          canvas.fillRect(0, 0, 1, 1);
          const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((each) => each / 255)
            .map((each) => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
          return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
        };
        const contrast = (one, other) => Math.max(light(one) / light(other), light(other) / light(one));
        const page = document.querySelector(".pp");
        const button = getComputedStyle(page.querySelector(".btn[data-kind=primary]"));
        const link = getComputedStyle(page.querySelector("footer .link"));
        const behind = getComputedStyle(document.body);
        let weakest = 21;
        for (let hue = 0; hue < 360; hue += 15) {
          page.dataset.hue = hue;
          weakest = Math.min(weakest, contrast(button.color, button.backgroundColor), contrast(link.color, behind.backgroundColor));
        }
        return weakest;
      }
      """;

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
  void whatBreaksARuleIsFound() {
    try (var context = proof.browser()) {
      var page = context.newPage();
      page.setContent("<html lang=en><title>Bad</title><main><h1>Bad</h1><img src=x></main>");

      assertThat(AxeRules.brokenOn(page, "html"))
          .singleElement()
          .asString()
          .startsWith("image-alt");
    }
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

  /// WCAG 2.2 asks for 4.5 to 1; the shop may pick any colour.
  @Test
  void everyShopsColourCarriesItsWordsInBothThemes() {
    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      try (var context = proof.browser()) {
        var page = context.newPage();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.navigate(proof.url("/p/running"));

        assertThat(((Number) page.evaluate(WEAKEST_CONTRAST)).doubleValue()).isGreaterThan(4.5);
      }
    }
  }

  private static byte[] fetch(String path) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(proof.url(path))).build();
      return client.send(request, BodyHandlers.ofByteArray()).body();
    }
  }
}
