package kept;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kept.desk.Frame;
import kept.email.MailWay;
import kept.platform.http.Assets;
import kept.platform.http.WebRoutes;

/// What a made-up shop has on top of a real one: another way out for mail, routes of its own, and
/// the lever that moves its clock. A real shop has none of it. Who works on Kept has files that
/// reload.
public interface Extras {
  Extras NONE = new Extras() {};

  /// With styles and scripts read anew at every change.
  Extras DEV = new Extras() {
    @Override
    public Assets assets() {
      return Assets.reloadedFrom(Path.of("src/main/resources/static"));
    }
  };

  default Assets assets() {
    return Assets.read();
  }

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
