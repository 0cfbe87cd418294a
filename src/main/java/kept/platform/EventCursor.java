package kept.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// How far someone has read: everything at or before (xid, seq). Opaque to whoever is outside.
///
/// Order of commit is not order of id: a reader takes only rows whose transaction is older than
/// every transaction still running, so a late commit is never skipped.
public record EventCursor(String xid, long seq) {
  public static final EventCursor START = new EventCursor("0", 0);

  public static EventCursor parse(String opaque) {
    try {
      var text = new String(Base64.getUrlDecoder().decode(opaque), StandardCharsets.US_ASCII);
      var parts = text.split("\\.", 2);
      return new EventCursor(
          Long.toUnsignedString(Long.parseUnsignedLong(parts[0])), Long.parseLong(parts[1]));
    } catch (RuntimeException e) {
      throw new Refusal("This cursor did not come from here.");
    }
  }

  @Override
  public String toString() {
    var text = xid + "." + seq;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }
}
