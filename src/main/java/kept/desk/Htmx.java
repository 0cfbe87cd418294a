package kept.desk;

import io.javalin.http.Context;

/// Who asks: htmx wants the part of a page that it swaps in, anyone else the whole page.
final class Htmx {
  private Htmx() {}

  static boolean asks(Context request) {
    return request.header("HX-Request") != null;
  }
}
