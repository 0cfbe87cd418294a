package kept.line.sip;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sip.header.ContentTypeHeader;
import javax.sip.message.Request;

/// A pressed key in the body of an INFO, as phones without RFC 4733 send it:
/// `application/dtmf-relay` (`Signal=7`) or `application/dtmf` (`7`). No RFC defines them;
/// RFC 6086 calls them legacy.
final class InfoDigits {
  private static final Pattern SIGNAL =
      Pattern.compile("(?i)\\A\\s*Signal\\s*=\\s*([0-9*#A-D])\\s*(?:\\R|\\z)");
  private static final Pattern BARE = Pattern.compile("(?i)\\A\\s*([0-9*#A-D])\\s*\\z");

  private InfoDigits() {}

  static Optional<Character> of(Request info) {
    var type = (ContentTypeHeader) info.getHeader(ContentTypeHeader.NAME);
    var body = info.getRawContent();
    if (type == null || body == null || body.length > 100) return Optional.empty();
    if (!type.getContentType().equalsIgnoreCase("application")) return Optional.empty();
    var pattern = switch (type.getContentSubType().toLowerCase(Locale.ROOT)) {
      case "dtmf-relay" -> SIGNAL;
      case "dtmf" -> BARE;
      default -> null;
    };
    if (pattern == null) return Optional.empty();
    var found = pattern.matcher(new String(body, StandardCharsets.US_ASCII));
    return found.find()
        ? Optional.of(found.group(1).toUpperCase(Locale.ROOT).charAt(0))
        : Optional.empty();
  }
}
