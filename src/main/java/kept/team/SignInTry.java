package kept.team;

import org.jspecify.annotations.Nullable;

/// Somebody at the door: what they typed, from which address on the net, in which browser.
public record SignInTry(
    String email,
    String password,
    String address,
    String device,
    @Nullable String deviceCookie) {

  @Override
  public String toString() {
    return "a try to sign in from " + device;
  }
}
