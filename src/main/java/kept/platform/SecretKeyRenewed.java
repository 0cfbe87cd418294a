package kept.platform;

/// Somebody at the machine gave the installation a new secret key.
public record SecretKeyRenewed(SecretKeyId key) implements Event {
  @Override
  public Id subject() {
    return key;
  }
}
