package kept.platform.webauthn;

import java.util.Arrays;
import java.util.Base64;

/// What is kept of a passkey: its id, its public key with what belongs to it, how often it says it
/// was used, and whether it may live on several devices of its owner.
@SuppressWarnings("ArrayRecordComponent")
public record Credential(byte[] id, byte[] publicKey, long counter, boolean synced) {

  /// The same after another use.
  public Credential counted(long now) {
    return new Credential(id, publicKey, now, synced);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Credential that && Arrays.equals(id, that.id);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(id);
  }

  @Override
  public String toString() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
  }
}
