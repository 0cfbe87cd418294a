package kept.desk;

import kept.platform.http.Assets;
import kept.platform.pages.Face;
import kept.team.Agent;
import org.jspecify.annotations.Nullable;

/// Somebody tapped their face on a device of the shop's. With a PIN for today they post `pin` to
/// the page itself.
public record FacePage(
    Assets assets,
    String name,
    Face face,
    PasskeyPart passkey,
    boolean pin,
    @Nullable String error) {
  /// One of the faces to tap.
  public record Tap(String id, String name, Face face) {
    static Tap of(Agent agent) {
      return new Tap(agent.id().toString(), agent.firstName(), Faces.of(agent));
    }
  }
}
