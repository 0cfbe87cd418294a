package kept.platform.webauthn;

/// A browser's answer that is not to be believed. The message is for the log and holds nothing that
/// the browser sent.
public final class NotGenuine extends Exception {
  private final boolean copied;

  NotGenuine(String why, boolean copied) {
    super(why);
    this.copied = copied;
  }

  /// Whether its counter went backwards: there may be two of this passkey (section 6.1.1).
  public boolean looksCopied() {
    return copied;
  }
}
