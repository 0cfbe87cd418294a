package kept.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `./kept dev` is for: a change to a page is there at the next look.
class ReloadingTest {
  @TempDir
  Path folder;

  private Path styles;

  @BeforeEach
  void copyWhatIsThere() throws IOException {
    styles = folder.resolve("static");
    var source = Path.of("src/main/resources/static");
    try (var files = Files.walk(source)) {
      for (var file : files.toList())
        Files.copy(file, styles.resolve(source.relativize(file).toString()));
    }
  }

  @Test
  void aChangedStyleHasAnotherNameAndItsNewContent() throws Exception {
    var assets = Assets.reloadedFrom(styles);
    var before = assets.url("desk.css");
    assertThat(assets.url("desk.css")).isEqualTo(before);

    change(styles.resolve("css/base.css"), "@layer base { .freshly-made { color: red } }");

    assertThat(assets.url("desk.css")).isNotEqualTo(before);
    assertThat(new String(assets.find(assets.url("desk.css")).orElseThrow().bytes(), UTF_8))
        .contains("freshly-made");
  }

  @Test
  void aChangedTemplateIsShownAtTheNextLook() throws Exception {
    var template = folder.resolve("jte/hello.jte");
    Files.createDirectories(template.getParent());
    change(template, "@param String name\nHello ${name}");
    var pages = Pages.reloadedFrom(template.getParent(), folder.resolve("classes"));

    try (var web = Web.start(
        new WebSettings("127.0.0.1", 0, null, Set.of()),
        pages,
        Assets.reloadedFrom(styles),
        (request, allowed) -> {},
        List.of(routes -> routes.get(
            "/hello", request -> pages.show(request, "hello.jte", "Chuck"), Public.ANYONE)))) {
      assertThat(look(web)).isEqualTo("Hello Chuck");

      change(template, "@param String name\nGood evening ${name}");
      assertThat(look(web)).isEqualTo("Good evening Chuck");
    }
  }

  /// Later than whatever was there: a disk's clock may tick slowly.
  private static void change(Path file, String content) throws IOException {
    var before = Files.exists(file) ? Files.getLastModifiedTime(file).toInstant() : Instant.EPOCH;
    Files.writeString(file, content);
    if (!before.equals(Instant.EPOCH))
      Files.setLastModifiedTime(file, FileTime.from(before.plusSeconds(2)));
  }

  private static String look(Web web) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var there = URI.create("http://127.0.0.1:" + web.port() + "/hello");
      return http.send(HttpRequest.newBuilder(there).build(), BodyHandlers.ofString())
          .body()
          .strip();
    }
  }
}
