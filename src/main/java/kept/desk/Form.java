package kept.desk;

import io.javalin.http.Context;
import java.util.List;

/// What somebody typed into a form, with nothing around it. A field that was not sent is empty.
record Form(Context request) {
  String text(String field) {
    var sent = request.formParam(field);
    return sent == null ? "" : sent.strip();
  }

  /// The same of what stands behind the question mark of an address.
  static String inAddress(Context request, String name) {
    var sent = request.queryParam(name);
    return sent == null ? "" : sent.strip();
  }

  /// Whether it was sent at all, be it empty.
  boolean has(String field) {
    return request.formParam(field) != null;
  }

  /// Every field of this name, in their order on the page.
  List<String> texts(String field) {
    return request.formParams(field).stream().map(String::strip).toList();
  }

  /// As typed, blanks and all: for passwords.
  String secret(String field) {
    var sent = request.formParam(field);
    return sent == null ? "" : sent;
  }
}
