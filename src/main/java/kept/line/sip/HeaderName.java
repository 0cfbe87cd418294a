package kept.line.sip;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The names of header fields: their compact forms (RFC 3261 7.3.3) and who may stand once
/// only.
final class HeaderName {

  private static final Map<String, String> COMPACT = Map.ofEntries(
      Map.entry("a", "accept-contact"),
      Map.entry("b", "referred-by"),
      Map.entry("c", "content-type"),
      Map.entry("d", "request-disposition"),
      Map.entry("e", "content-encoding"),
      Map.entry("f", "from"),
      Map.entry("i", "call-id"),
      Map.entry("j", "reject-contact"),
      Map.entry("k", "supported"),
      Map.entry("l", "content-length"),
      Map.entry("m", "contact"),
      Map.entry("n", "identity-info"),
      Map.entry("o", "event"),
      Map.entry("r", "refer-to"),
      Map.entry("s", "subject"),
      Map.entry("t", "to"),
      Map.entry("u", "allow-events"),
      Map.entry("v", "via"),
      Map.entry("x", "session-expires"),
      Map.entry("y", "identity"));

  private static final Set<String> SINGLE = Set.of(
      "call-id",
      "content-disposition",
      "content-length",
      "content-type",
      "cseq",
      "date",
      "event",
      "expires",
      "from",
      "max-forwards",
      "mime-version",
      "min-expires",
      "min-se",
      "rack",
      "refer-to",
      "referred-by",
      "replaces",
      "retry-after",
      "rseq",
      "session-expires",
      "sip-etag",
      "sip-if-match",
      "subject",
      "subscription-state",
      "target-dialog",
      "timestamp",
      "to");

  /// Lists that decide what happens: where to send, what to require, who somebody is.
  private static final Set<String> HEEDED = Set.of(
      "authorization",
      "contact",
      "content-encoding",
      "p-asserted-identity",
      "path",
      "proxy-authenticate",
      "proxy-authorization",
      "proxy-require",
      "record-route",
      "require",
      "route",
      "service-route",
      "via",
      "www-authenticate");

  private HeaderName() {}

  /// The name in lower case and in its long form: two spellings of one field are one name.
  static String canonical(String written) {
    var lower = written.toLowerCase(Locale.ROOT);
    return COMPACT.getOrDefault(lower, lower);
  }

  /// A field of this name twice is two answers to one question, and two readers would
  /// disagree.
  static boolean isSingle(String canonical) {
    return SINGLE.contains(canonical);
  }

  /// Whether a malformed value condemns the message. Of any other field RFC 3261 8.2.2 says to
  /// go on without it.
  static boolean isHeeded(String canonical) {
    return SINGLE.contains(canonical) || HEEDED.contains(canonical);
  }
}
