package kept.line.sdp;

/// A session description that breaks RFC 8866, or a limit of ours. Its words are ours alone:
/// nothing of the peer's bytes is in them, so they may be logged and sent.
public final class MalformedSdp extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  MalformedSdp(String why, int line) {
    super(why);
    this.line = line;
  }

  MalformedSdp(String why) {
    this(why, 0);
  }

  /// Counted from 1; 0 where no single line is at fault.
  public int line() {
    return line;
  }
}
