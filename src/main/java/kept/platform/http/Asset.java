package kept.platform.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/// A file that browsers fetch: its bytes, the same bytes packed, and how long they may be kept.
///
/// An immutable one has the hash of its content in its name and may be kept for ever; any other is
/// asked for again with its `etag`. The arrays are shared by every request and are never written
/// to.
@SuppressWarnings("ArrayRecordComponent")
public record Asset(byte[] bytes, byte[] gzip, String contentType, String etag, boolean immutable) {

  /// Icons are named by their own name in every fragment, so a browser may draw the ones it has
  /// while it asks again.
  public String cacheControl() {
    if (immutable) return "public, max-age=31536000, immutable";
    return contentType.startsWith("image/svg")
        ? "max-age=60, stale-while-revalidate=604800"
        : "no-cache";
  }

  /// Packing a font or a picture once more only makes it longer.
  public boolean worthPacking() {
    return gzip.length < bytes.length;
  }

  /// Answers with it, packed for whoever takes that, or says that they have it already.
  public void answer(Context request) {
    request.header("Cache-Control", cacheControl());
    request.header("ETag", etag);
    if (etag.equals(request.header("If-None-Match"))) {
      request.status(HttpStatus.NOT_MODIFIED);
      return;
    }
    request.contentType(contentType);
    var accepted = request.header("Accept-Encoding");
    request.header("Vary", "Accept-Encoding");
    if (accepted != null && accepted.contains("gzip") && worthPacking()) {
      request.header("Content-Encoding", "gzip");
      request.result(gzip);
    } else {
      request.result(bytes);
    }
  }

  Asset immutably() {
    return new Asset(bytes, gzip, contentType, etag, true);
  }
}
