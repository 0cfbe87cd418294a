package kept.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.UUID;

/// Where a page of a list ends: the last row on it. Opaque to whoever is outside, and of use only
/// in the list that it came from.
final class Cursor {
  private Cursor() {}

  static String behind(String list, UUID row) {
    var text = list + " " + row;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  static UUID parse(String list, String cursor) {
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
      if (text.startsWith(list + " ")) return UUID.fromString(text.substring(list.length() + 1));
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
    throw unknown();
  }

  static io.javalin.http.BadRequestResponse unknown() {
    return Wrong.parameter("cursor", "This cursor did not come from this list.");
  }
}
