package kept.line.rtp;

/// Every pair of ports in the range is taken: the call cannot have a voice now.
public final class NoPortLeft extends Exception {
  private static final long serialVersionUID = 1;

  NoPortLeft(String message) {
    super(message);
  }
}
