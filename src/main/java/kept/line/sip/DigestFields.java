package kept.line.sip;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The parameters of a Digest challenge or answer (RFC 7616 3.3 and 3.4), quotes undone.
record DigestFields(Map<String, String> values) {

  private static final String SCHEME = "Digest ";

  /// Empty for another scheme (RFC 4475 regaut01) and for what says a parameter twice.
  static Optional<DigestFields> read(String header) {
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) return Optional.empty();
    var values = new HashMap<String, String>();
    var cursor = new FieldCursor(header.substring(SCHEME.length()));
    try {
      do {
        var name = cursor.token().toLowerCase(Locale.ROOT);
        if (!cursor.take('=')) return Optional.empty();
        var value = cursor.sees('"') ? cursor.unquoted() : cursor.until(" \t,\"");
        if (values.putIfAbsent(name, value) != null) return Optional.empty();
      } while (cursor.take(','));
    } catch (MalformedMessage e) {
      return Optional.empty();
    }
    return cursor.atEnd() ? Optional.of(new DigestFields(Map.copyOf(values))) : Optional.empty();
  }

  String get(String name) {
    return values.getOrDefault(name, "");
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /// RFC 7616 3.3: without a name it is MD5.
  Optional<DigestAlgorithm> algorithm() {
    return DigestAlgorithm.named(values.getOrDefault("algorithm", "MD5"));
  }

  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
