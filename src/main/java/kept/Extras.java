package kept;

import java.util.List;
import java.util.Optional;
import kept.desk.Frame;
import kept.email.MailWay;
import kept.platform.http.WebRoutes;

/// What a made-up shop has on top of a real one: another way out for mail, routes of its own, and
/// the
/// lever that moves its clock. A real shop has none of it.
public interface Extras {
  Extras NONE = new Extras() {};

  /// Where mail goes instead of out.
  default Optional<MailWay> way() {
    return Optional.empty();
  }

  default List<WebRoutes> routes(Kept kept) {
    return List.of();
  }

  default Optional<Frame.Lever> lever() {
    return Optional.empty();
  }
}
