package kept.team;

import org.jspecify.annotations.Nullable;

/// Somebody at the door: what they typed, from which address on the net, and by
/// what the browser is known for it.
public record SignInTry(
    String email, String password, String address, @Nullable String deviceCookie) {

  @Override
  public String toString() {
    return "a try to sign in from " + address;
  }
}
