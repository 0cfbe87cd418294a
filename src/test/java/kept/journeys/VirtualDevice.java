package kept.journeys;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/// A device beside a page of Chromium's that makes and uses passkeys without anybody's finger, by
/// the browser's own instruments (`WebAuthn` in the DevTools protocol).
final class VirtualDevice {
  private final CDPSession session;
  private final String id;

  VirtualDevice(Page page) {
    session = page.context().newCDPSession(page);
    session.send("WebAuthn.enable");
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    var wanted = new JsonObject();
    wanted.add("options", options);
    id = session
        .send("WebAuthn.addVirtualAuthenticator", wanted)
        .get("authenticatorId")
        .getAsString();
  }

  /// Whoever holds it is recognised, or is not.
  void recognises(boolean itsOwner) {
    var said = new JsonObject();
    said.addProperty("authenticatorId", id);
    said.addProperty("isUserVerified", itsOwner);
    session.send("WebAuthn.setUserVerified", said);
  }

  int passkeys() {
    var which = new JsonObject();
    which.addProperty("authenticatorId", id);
    return session
        .send("WebAuthn.getCredentials", which)
        .getAsJsonArray("credentials")
        .size();
  }
}
