package kept.api;

import io.javalin.http.HandlerType;

/// One line of the API's table: a method, a path below `/api/v1`, and what answers there.
///
/// @param waits whether it asks others and may take seconds: then no transaction is open meanwhile
record Route(HandlerType method, String path, Action action, boolean waits) {
  interface Action {
    Answer answer(Call call);
  }

  static Route get(String path, Action action) {
    return new Route(HandlerType.GET, path, action, false);
  }

  static Route post(String path, Action action) {
    return new Route(HandlerType.POST, path, action, false);
  }

  /// Changes nothing here, and waits for somebody else.
  static Route asking(String path, Action action) {
    return new Route(HandlerType.POST, path, action, true);
  }

  boolean changesSomething() {
    return method.equals(HandlerType.POST);
  }
}
