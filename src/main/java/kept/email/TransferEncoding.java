package kept.email;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;
import org.jspecify.annotations.Nullable;

/// Undoes a Content-Transfer-Encoding (RFC 2045 section 6). One that nobody knows is left as it
/// is.
final class TransferEncoding {
  private TransferEncoding() {}

  static byte[] decode(@Nullable String named, byte[] encoded) {
    return switch (nameIn(named)) {
      case "base64", "b" ->
        read(new Base64InputStream(new ByteArrayInputStream(encoded), DecodeMonitor.SILENT));
      case "quoted-printable", "q" ->
        read(new QuotedPrintableInputStream(
            new ByteArrayInputStream(encoded), DecodeMonitor.SILENT));
      case "x-uuencode", "x-uue", "uuencode" -> Uuencode.firstFileIn(encoded);
      default -> encoded;
    };
  }

  /// Programs write `base64;`, `"base64"`, or two names after each other.
  private static String nameIn(@Nullable String named) {
    return named == null
        ? ""
        : named.toLowerCase(Locale.ROOT).replaceAll("^[^a-z]+|[^a-z0-9-].*$", "");
  }

  private static byte[] read(InputStream decoding) {
    try (decoding) {
      return decoding.readAllBytes();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
