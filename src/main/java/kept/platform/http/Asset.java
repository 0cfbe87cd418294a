package kept.platform.http;

/// A file that browsers fetch: its bytes, the same bytes packed, and how long they may be kept.
///
/// An immutable one has the hash of its content in its name and may be kept for ever; any other is
/// asked for again with
/// its `etag`. The arrays are shared by every request and are never written to.
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

  Asset immutably() {
    return new Asset(bytes, gzip, contentType, etag, true);
  }
}
