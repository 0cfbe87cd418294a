package kept.email;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The argument of MAIL and RCPT (RFC 5321 section 4.1.2): an address, empty for `<>`, and
/// parameters.
record SmtpPath(String address, Map<String, String> parameters) {
  /// What stands before the @ may be quoted, and then has blanks and brackets in it.
  private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.){0,64}+\"@[^<>\\s]{1,255}";
  /// `<`, an old source route that nobody follows any more, the address, `>`; some senders forget
  /// the brackets.
  private static final Pattern PATH = Pattern.compile("\\s*(?:<(?:@[^:<>]{1,500}:)?(" + QUOTED
      + "|[^<>\\s]{0,320})>|([^<>\\s]{1,320}))((?:\\s+\\S+)*)\\s*");

  static @Nullable SmtpPath parse(String argument) {
    var path = PATH.matcher(argument);
    if (!path.matches()) return null;
    var parameters = new LinkedHashMap<String, String>();
    for (var parameter : path.group(3).strip().split("\\s+", -1)) {
      if (parameter.isEmpty()) continue;
      int equals = parameter.indexOf('=');
      var name = equals < 0 ? parameter : parameter.substring(0, equals);
      parameters.put(
          name.toUpperCase(Locale.ROOT), equals < 0 ? "" : parameter.substring(equals + 1));
    }
    return new SmtpPath(path.group(1) == null ? path.group(2) : path.group(1), parameters);
  }
}
