package kept.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AssetsTest {

  private final Assets assets = Assets.read();

  @Test
  void namesASheetByItsContentAndKeepsItForEver() {
    var url = assets.url("desk.css");

    var sheet = assets.find(url).orElseThrow();

    assertThat(url).matches("/static/desk-[0-9a-f]{12}\\.css");
    assertThat(sheet.contentType()).isEqualTo("text/css; charset=utf-8");
    assertThat(sheet.cacheControl()).contains("immutable");
    assertThat(sheet.gzip().length).isLessThan(sheet.bytes().length);
  }

  @Test
  void asksAgainForAFileByItsOwnName() {
    var script = assets.find("/static/js/theme.js").orElseThrow();

    assertThat(script.immutable()).isFalse();
    assertThat(script.cacheControl()).isEqualTo("no-cache");
    assertThat(script.etag()).startsWith("\"").endsWith("\"");
  }

  @Test
  void pointsToFontsByTheirContentToo() {
    var css = new String(assets.find(assets.url("desk.css")).orElseThrow().bytes(), UTF_8);

    assertThat(css)
        .contains("url(\"" + assets.url("fonts/hanken-grotesk-latin-wght.woff2") + "\")");
    assertThat(css)
        .startsWith("@layer reset, tokens, base, layout, components, screens, utilities;");
  }

  @Test
  void holdsEveryIconThatTheSpriteNames() {
    var sprite = new String(assets.find(assets.url("icons.svg")).orElseThrow().bytes(), UTF_8);

    assertThat(sprite).contains("id=\"handshake\"", "id=\"handshake-fill\"", "id=\"check-bold\"");
  }

  @Test
  void knowsNothingOutsideItsFolder() {
    assertThat(List.of(
            "/static/../kept/Kept.class", "/static/css/tokens.css", "/static/", "/etc/passwd"))
        .allSatisfy(path -> assertThat(assets.find(path)).isEmpty());
    assertThatThrownBy(() -> assets.url("missing.css")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void keepsACustomersPageUnderFiftyKilobytes() {
    var sent = 0;
    for (var name : List.of("visitor.css", "icons.svg", "mark.svg")) {
      sent += assets.find(assets.url(name)).orElseThrow().gzip().length;
    }

    assertThat(sent).isLessThan(40_000);
  }
}
