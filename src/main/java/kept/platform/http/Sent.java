package kept.platform.http;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/// Refuses what no room can keep, wherever it stands in an address or a form: PostgreSQL's `text`
/// holds every character but U+0000.
final class Sent {
  private Sent() {}

  /// The body of a program is its room's to read.
  static void check(Context request) {
    check("parameter", request.queryParamMap());
    if (isForm(request)) check("field", request.formParamMap());
  }

  private static boolean isForm(Context request) {
    return !Errors.isProgram(request.path())
        && (request.isFormUrlencoded() || request.isMultipartFormData());
  }

  private static void check(String part, Map<String, List<String>> values) {
    values.forEach((name, those) -> {
      if (those.stream().allMatch(value -> value.indexOf('\0') < 0)) return;
      throw new BadRequestResponse(
          "The " + part + " \"" + name + "\" has a character that can't be kept.",
          Map.of(part, name));
    });
  }
}
