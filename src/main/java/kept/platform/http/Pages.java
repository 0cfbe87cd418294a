package kept.platform.http;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import io.javalin.http.Context;
import java.nio.file.Path;

/// Templates made at build, each given one record of words already chosen.
public final class Pages {
  static final String HTML = "text/html; charset=utf-8";

  private final TemplateEngine engine;

  private Pages(TemplateEngine engine) {
    this.engine = engine;
  }

  public static Pages built() {
    var engine = TemplateEngine.createPrecompiled(
        Path.of("."), ContentType.Html, Pages.class.getClassLoader(), "kept.pages");
    engine.setBinaryStaticContent(true);
    return new Pages(engine);
  }

  /// Compiles a template anew when its file changed: for `./kept dev`.
  public static Pages reloadedFrom(Path source, Path classes) {
    var engine = TemplateEngine.create(
        new DirectoryCodeResolver(source),
        classes,
        ContentType.Html,
        Pages.class.getClassLoader(),
        "kept.pages.dev");
    engine.setTrimControlStructures(true);
    return new Pages(engine);
  }

  /// Answers with a template that has one parameter, whatever its name.
  public void show(Context request, String template, Object page) {
    request.contentType(HTML).result(made(template, page));
  }

  byte[] made(String template, Object page) {
    var output = new Utf8ByteOutput();
    engine.render(template, page, output);
    return output.toByteArray();
  }
}
