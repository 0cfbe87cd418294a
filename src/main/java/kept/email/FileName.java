package kept.email;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A name under which an attachment may be shown and saved: no folders, no control characters, no
/// tricks.
final class FileName {
  /// File systems take 255 bytes; this leaves room for UTF-8 and a number in front.
  private static final int LONGEST = 120;

  private static final Map<String, String> EXTENSIONS = Map.ofEntries(
      Map.entry("text/plain", ".txt"),
      Map.entry("text/html", ".html"),
      Map.entry("text/calendar", ".ics"),
      Map.entry("text/csv", ".csv"),
      Map.entry("text/vcard", ".vcf"),
      Map.entry("text/x-vcard", ".vcf"),
      Map.entry("text/rfc822-headers", ".txt"),
      Map.entry("message/delivery-status", ".txt"),
      Map.entry("message/rfc822", ".eml"),
      Map.entry("image/jpeg", ".jpg"),
      Map.entry("image/png", ".png"),
      Map.entry("image/gif", ".gif"),
      Map.entry("image/webp", ".webp"),
      Map.entry("image/heic", ".heic"),
      Map.entry("audio/mpeg", ".mp3"),
      Map.entry("video/mp4", ".mp4"),
      Map.entry("application/pdf", ".pdf"),
      Map.entry("application/zip", ".zip"),
      Map.entry("application/ms-tnef", ".dat"),
      Map.entry("application/pgp-signature", ".asc"),
      Map.entry("application/pkcs7-mime", ".p7m"),
      Map.entry("application/pkcs7-signature", ".p7s"));

  private FileName() {}

  /// The given name made safe; when nothing is left of it, `fallback` with the ending of its
  /// type.
  static String of(@Nullable String given, String fallback, String contentType) {
    var name = clean(given == null ? "" : given);
    if (!name.isEmpty()) return name;
    return cut(clean(fallback), EXTENSIONS.getOrDefault(contentType, ""));
  }

  private static String clean(String given) {
    var line = Plain.cut(Plain.line(given), 4 * LONGEST);
    var last = line.substring(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1);
    var safe = last.replaceAll("[<>:\"|?*]", "_").replaceAll("^[.\\s]+|[.\\s]+$", "");
    int dot = safe.lastIndexOf('.');
    boolean hasEnding = dot > 0 && safe.length() - dot <= 12;
    return hasEnding ? cut(safe.substring(0, dot), safe.substring(dot)) : cut(safe, "");
  }

  private static String cut(String stem, String ending) {
    return Plain.cut(stem, LONGEST - ending.length()) + ending;
  }
}
