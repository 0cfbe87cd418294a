package kept.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads `=?charset?Q?words?=` (RFC 2047), also where it breaks the rules: inside quotes, with
/// spaces in it, or with a character cut in two by the border between neighbours.
final class EncodedWords {
  /// RFC 2047 allows 75 characters. Some programs write a whole subject as one, none writes a
  /// page.
  private static final int LONGEST = 2_000;

  private static final Pattern ENCODED =
      Pattern.compile("=\\?([^?\\s]{1,60})\\?([bBqQ])\\?(.{0," + LONGEST + "}?)\\?=");

  private final StringBuilder words = new StringBuilder();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private @Nullable String pendingCharset;

  private EncodedWords() {}

  static String decode(String text) {
    return text.contains("=?") ? new EncodedWords().read(text) : text;
  }

  private String read(String text) {
    var matcher = ENCODED.matcher(text);
    int from = 0;
    while (matcher.find()) {
      between(text.substring(from, matcher.start()));
      // RFC 2231 lets a language follow the charset after a star.
      var charset = matcher.group(1).replaceFirst("\\*.*", "");
      if (!charset.equalsIgnoreCase(pendingCharset)) flush();
      pendingCharset = charset;
      pending.writeBytes(bytes(matcher.group(2), matcher.group(3)));
      from = matcher.end();
    }
    between(text.substring(from));
    flush();
    return words.toString();
  }

  /// White space between two encoded words is not part of the text.
  private void between(String plain) {
    if (pendingCharset != null && plain.isBlank()) return;
    flush();
    words.append(plain);
  }

  private void flush() {
    if (pending.size() > 0)
      words.append(MailCharsets.decode(pending.toByteArray(), pendingCharset));
    pending.reset();
    pendingCharset = null;
  }

  private static byte[] bytes(String encoding, String encoded) {
    var whole =
        encoding.equalsIgnoreCase("q") ? encoded.replace("_", "=20").replace(" ", "=20") : encoded;
    return TransferEncoding.decode(encoding, whole.getBytes(UTF_8));
  }
}
