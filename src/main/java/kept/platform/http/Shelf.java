package kept.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import kept.platform.Sha256;

/// All files that pages load, as they were at one moment, each under both of its addresses.
/// Immutable once read.
final class Shelf {
  private static final String ROOT = "/static/";

  private static final Map<String, String> TYPES = Map.of(
      "css", "text/css; charset=utf-8",
      "js", "text/javascript; charset=utf-8",
      "svg", "image/svg+xml",
      "woff2", "font/woff2",
      "png", "image/png",
      "txt", "text/plain; charset=utf-8",
      "webmanifest", "application/manifest+json");

  private final Map<String, String> urls = new HashMap<>();
  private final Map<String, Asset> byPath = new HashMap<>();

  private Shelf() {}

  static Shelf of(Map<String, byte[]> files) {
    var shelf = new Shelf();
    files.forEach((name, bytes) -> {
      if (!name.startsWith("css/")) shelf.add(name, bytes);
    });
    Sheets.ALL.forEach(
        (name, parts) -> shelf.add(name, shelf.withHashedFonts(Sheets.join(parts, files))));
    return shelf;
  }

  Map<String, String> urls() {
    return urls;
  }

  Map<String, Asset> byPath() {
    return byPath;
  }

  private void add(String name, byte[] bytes) {
    var hash = hash(bytes);
    var dot = name.lastIndexOf('.');
    var type = TYPES.getOrDefault(name.substring(dot + 1), "application/octet-stream");
    var asset = new Asset(bytes, pack(bytes), type, '"' + hash + '"', false);
    var url = ROOT + name.substring(0, dot) + '-' + hash + name.substring(dot);
    urls.put(name, url);
    byPath.put(ROOT + name, asset);
    byPath.put(url, asset.immutably());
  }

  private byte[] withHashedFonts(byte[] sheet) {
    var css = new String(sheet, UTF_8);
    for (var entry : urls.entrySet()) {
      css = css.replace("url(\"" + entry.getKey() + "\")", "url(\"" + entry.getValue() + "\")");
    }
    return css.getBytes(UTF_8);
  }

  private static String hash(byte[] bytes) {
    return Sha256.hex(bytes).substring(0, 12);
  }

  private static byte[] pack(byte[] bytes) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
