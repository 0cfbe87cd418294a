package kept.line.rtp;

/// Takes what a leg's party says and hears: a recorder.
///
/// Called on the media threads with buffers that are used again: an implementation copies and
/// returns. It does not block, lock, log or allocate.
///
/// Positions count samples since the leg opened, on one timeline for both ways that a change
/// of source, a new SSRC or a pause does not break. A packet that was late or overtaken comes
/// with its own position, a duplicate does not come.
public interface Sink {
  /// From the party to us, in `law`, which may change between packets.
  void heard(long position, Law law, byte[] payload, int offset, int length);

  /// From us to the party.
  void said(long position, Law law, byte[] payload, int offset, int length);
}
