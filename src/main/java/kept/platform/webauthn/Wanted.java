package kept.platform.webauthn;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kept.platform.Json;

/// What a browser is asked to do, as JSON for `navigator.credentials` (sections 5.4 and 5.5).
///
/// Every passkey is discoverable, so nobody types an address first, and each use asks for a face, a
/// finger or the device's PIN. Who made the device is not asked.
public final class Wanted {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private Wanted() {}

  /// Whose passkey it will be: `handle` is what it will say of its owner; the rest is what their
  /// device shows beside it.
  public record Owner(UUID handle, String account, String name) {}

  /// A new passkey, on a device that has none of `others`.
  public static String made(Site site, String shop, Owner owner, String challenge, Within within) {
    var user = Map.of(
        "id", BASE64.encodeToString(bytes(owner.handle)),
        "name", owner.account,
        "displayName", owner.name);
    var kinds = WebAuthn.ALGORITHMS.stream()
        .map(each -> Map.of("type", "public-key", "alg", each.getValue()))
        .toList();
    return Json.write(Map.of(
        "rp",
        Map.of("id", site.name(), "name", shop),
        "user",
        user,
        "challenge",
        challenge,
        "pubKeyCredParams",
        kinds,
        "timeout",
        within.time.toMillis(),
        "excludeCredentials",
        named(within.others),
        "authenticatorSelection",
        Map.of(
            "residentKey", "required", "requireResidentKey", true, "userVerification", "required"),
        "attestation",
        "none"));
  }

  /// For how long the browser may take, and which passkeys there are already.
  public record Within(Duration time, Collection<Credential> others) {}

  /// Any passkey that this site knows.
  public static String used(Site site, String challenge, Duration time) {
    return Json.write(Map.of(
        "rpId", site.name(),
        "challenge", challenge,
        "timeout", time.toMillis(),
        "userVerification", "required",
        "allowCredentials", List.of()));
  }

  private static List<Map<String, String>> named(Collection<Credential> credentials) {
    return credentials.stream()
        .map(each -> Map.of("type", "public-key", "id", BASE64.encodeToString(each.id())))
        .toList();
  }

  /// A handle as passkeys hold it: sixteen bytes that name nobody (section 14.6.1).
  static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
