package kept.platform.postgres;

/// Whether a commit has to survive a power cut. Everything but a test wants `DURABLE`.
public enum Durability {
  DURABLE,
  FORGETFUL
}
