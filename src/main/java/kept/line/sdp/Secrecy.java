package kept.line.sdp;

/// Whether a leg's audio is encrypted.
public enum Secrecy {
  /// Never: we offer no keys and answer none.
  CLEAR,
  /// Where the other side can: we offer keys beside `RTP/AVP` and take an answer without.
  OPTIONAL,
  /// Always: `RTP/SAVP`, and no call without keys.
  REQUIRED
}
