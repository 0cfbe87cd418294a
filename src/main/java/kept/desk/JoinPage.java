package kept.desk;

import java.util.Map;
import kept.platform.http.Assets;
import org.jspecify.annotations.Nullable;

/// Somebody opens their invitation: who they are, and a passkey or password of their own.
/// Posts `name`, and `passkey` or `password`, to itself.
public record JoinPage(
    Assets assets,
    String shop,
    String invitedBy,
    String email,
    String name,
    PasskeyPart passkey,
    Map<String, String> errors) {

  public @Nullable String error(String field) {
    return errors.get(field);
  }
}
