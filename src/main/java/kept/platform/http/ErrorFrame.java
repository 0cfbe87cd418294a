package kept.platform.http;

import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How an error is shown by a room that knows who asks, as somebody of the team inside their own
/// frame. The room announces itself before each request; without one an error is a bare page.
public interface ErrorFrame {
  void show(Context request, ErrorPage page);

  default void announce(Context request) {
    request.attribute(ErrorFrame.class.getName(), this);
  }

  static Optional<ErrorFrame> around(Context request) {
    @Nullable ErrorFrame announced = request.attribute(ErrorFrame.class.getName());
    return Optional.ofNullable(announced);
  }
}
