package kept.team;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import kept.platform.Secrets;
import org.jspecify.annotations.Nullable;

/// Tells a browser in which somebody signed in before from a stranger's (OWASP, "Slow Down Online
/// Guessing Attacks with Device Cookies").
///
/// The browser keeps a value that only we can make, one for each address that signed in there. It
/// opens nothing; its bearer's tries are only counted apart from those of strangers.
final class KnownDevices {
  private static final String NAME = "kept_device_";
  private static final int NAME_BYTES = 6;

  private final Secrets secrets;

  KnownDevices(Secrets secrets) {
    this.secrets = secrets;
  }

  /// The name of the cookie for this address; it does not give the address away.
  String cookieName(String email) {
    var hash = secrets.hash("device name\n" + lower(email));
    return NAME + HexFormat.of().formatHex(hash, 0, NAME_BYTES);
  }

  /// A new value for a browser in which this address just signed in.
  String remember(String email) {
    var nonce = secrets.freshToken();
    return nonce + "." + seal(nonce, email);
  }

  /// What this browser is known by; empty for a value that we did not make for this address.
  Optional<String> recognise(String email, @Nullable String value) {
    if (value == null) return Optional.empty();
    var dot = value.indexOf('.');
    if (dot < 0) return Optional.empty();
    var nonce = value.substring(0, dot);
    var genuine = java.security.MessageDigest.isEqual(
        seal(nonce, email).getBytes(java.nio.charset.StandardCharsets.UTF_8),
        value.substring(dot + 1).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return genuine ? Optional.of(nonce) : Optional.empty();
  }

  private String seal(String nonce, String email) {
    return HexFormat.of().formatHex(secrets.hash("device\n" + nonce + "\n" + lower(email)));
  }

  private static String lower(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }
}
