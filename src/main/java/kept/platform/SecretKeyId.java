package kept.platform;

import java.util.UUID;

/// One secret key in the log; it stands nowhere else.
public record SecretKeyId(UUID value) implements Id {
  static SecretKeyId next() {
    return new SecretKeyId(Id.fresh());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
