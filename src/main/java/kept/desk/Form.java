package kept.desk;

import io.javalin.http.Context;

/// What somebody typed into a form, with nothing around it. A field that was not sent is empty.
record Form(Context request) {
  String text(String field) {
    var sent = request.formParam(field);
    return sent == null ? "" : sent.strip();
  }

  /// As typed, blanks and all: for passwords.
  String secret(String field) {
    var sent = request.formParam(field);
    return sent == null ? "" : sent;
  }
}
