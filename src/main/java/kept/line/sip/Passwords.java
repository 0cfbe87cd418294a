package kept.line.sip;

import java.util.Optional;

/// Where the registrar's secrets are kept: as H(A1) of RFC 7616 3.4.2 for each algorithm,
/// never as the password itself.
public interface Passwords {

  /// H(A1) in lower-case hex of this user in this realm; empty when there is no such user, or
  /// none for that algorithm (`SHA-256` or `MD5`).
  Optional<String> ha1(String user, String realm, String algorithm);
}
