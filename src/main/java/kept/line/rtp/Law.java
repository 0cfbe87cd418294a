package kept.line.rtp;

/// The two laws of G.711, by their static payload types (RFC 3551, section 6): 8 bits a
/// sample, 8,000 samples a second.
public enum Law {
  PCMU(0),
  PCMA(8);

  /// Samples a second of everything on the line.
  public static final int RATE = 8000;

  private final int payloadType;

  Law(int payloadType) {
    this.payloadType = payloadType;
  }

  public int payloadType() {
    return payloadType;
  }
}
