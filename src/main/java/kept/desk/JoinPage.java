package kept.desk;

import java.util.Map;
import kept.platform.http.Assets;
import org.jspecify.annotations.Nullable;

/// Somebody opens their invitation: who they are, and a password of their own. Posts `name` and
/// `password` to itself.
public record JoinPage(
    Assets assets,
    String shop,
    String invitedBy,
    String email,
    String name,
    Map<String, String> errors) {

  public @Nullable String error(String field) {
    return errors.get(field);
  }
}
