package kept.desk;

import org.jspecify.annotations.Nullable;

/// A button that makes or uses a passkey, inside a form that then carries `passkey`. `ask` is what
/// it asks first, `origin` the only address where it works; an `offer` also shows in the field for
/// the address. `why` says why there can be no passkeys here.
public record PasskeyPart(
    String ask,
    String origin,
    boolean makes,
    boolean offers,
    @Nullable String why) {

  public boolean possible() {
    return why == null;
  }
}
