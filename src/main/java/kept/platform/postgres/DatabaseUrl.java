package kept.platform.postgres;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import kept.platform.Database;
import kept.platform.Refusal;

/// `KEPT_DATABASE_URL` in either form, `postgresql://user:password@host/name` or
/// `jdbc:postgresql://host/name?user=…`, as an address that keeps its password apart: what is left
/// of the URL may be shown.
final class DatabaseUrl {
  private static final String JDBC = "jdbc:";

  private DatabaseUrl() {}

  static Database.Address parse(String url) {
    var plain = url.startsWith(JDBC) ? url.substring(JDBC.length()) : url;
    if (url.startsWith("jdbc:postgresql:") && !plain.startsWith("postgresql://"))
      return address(plain, "", "", ""); // jdbc:postgresql:name, on this machine
    if (!plain.matches("(?s)postgres(ql)?://.+"))
      throw new Refusal("KEPT_DATABASE_URL has to begin with postgresql:// or jdbc:postgresql:");
    var rest = plain.substring(plain.indexOf("://") + 3);
    var before = rest.split("\\?", 2)[0];
    var at = before.lastIndexOf('@');
    if (at < 0 && rest.matches("[^/?]*:[^/]*\\?.*@.*"))
      throw new Refusal("Write a ? in the password of KEPT_DATABASE_URL as %3F.");
    var who = before.substring(0, Math.max(at, 0)).split(":", 2);
    var where = "postgresql://" + rest.substring(at + 1);
    return address(where, decoded(who[0]), who.length < 2 ? "" : decoded(who[1]), "/");
  }

  /// Takes user and password out of the query, where JDBC and libpq may have them too.
  private static Database.Address address(String where, String user, String password, String root) {
    var parts = where.split("\\?", 2);
    var query = parts.length < 2 ? new String[0] : parts[1].split("&");
    var rest = Arrays.stream(query)
        .filter(
            pair -> !pair.isEmpty() && !pair.startsWith("user=") && !pair.startsWith("password="))
        .collect(Collectors.joining("&"));
    var path = parts[0];
    if (!root.isEmpty() && path.indexOf('/', "postgresql://".length()) < 0) path += root;
    var url = JDBC + path + (rest.isEmpty() ? "" : "?" + rest);
    return new Database.Address(url, in(query, "user=", user), in(query, "password=", password));
  }

  private static String in(String[] query, String name, String usual) {
    return Arrays.stream(query)
        .filter(pair -> pair.startsWith(name))
        .map(pair -> decoded(pair.substring(name.length())))
        .findFirst()
        .orElse(usual);
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Refusal("Write a % in the password of KEPT_DATABASE_URL as %25.");
    }
  }
}
