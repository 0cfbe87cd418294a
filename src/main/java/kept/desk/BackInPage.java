package kept.desk;

import java.util.Map;
import kept.platform.http.Assets;
import org.jspecify.annotations.Nullable;

/// Somebody who lost their password opens the link that lets them back in. Posts `passkey` or
/// `password` to itself.
public record BackInPage(
    Assets assets, String shop, String email, PasskeyPart passkey, Map<String, String> errors) {

  public @Nullable String error(String field) {
    return errors.get(field);
  }
}
