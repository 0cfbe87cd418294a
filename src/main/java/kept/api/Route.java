package kept.api;

import io.javalin.http.HandlerType;

/// One line of the API's table: a method, a path below `/api/v1`, and what answers there.
record Route(HandlerType method, String path, Action action) {
  interface Action {
    Answer answer(Call call);
  }

  static Route get(String path, Action action) {
    return new Route(HandlerType.GET, path, action);
  }

  static Route post(String path, Action action) {
    return new Route(HandlerType.POST, path, action);
  }

  boolean changesSomething() {
    return method.equals(HandlerType.POST);
  }
}
