package kept.line.sip;

/// Why one side of a call is over.
///
/// @param code the status that refused it, 0 where none did
/// @param byThem whether they ended it
public record Ending(Cause cause, int code, boolean byThem) {
  public enum Cause {
    /// A BYE after the answer.
    HUNG_UP,
    /// A final answer that was no.
    REFUSED,
    /// Before anybody answered.
    CANCELLED,
    /// They did not say anything in time.
    TIMED_OUT,
    /// Our answer never got its ACK.
    NOT_ACKNOWLEDGED,
    /// The session was not refreshed (RFC 4028).
    EXPIRED,
    /// No audio and no report for so long that nobody can be there.
    SILENT,
    /// Our own rules do not let it be dialled, or the day's money for calls is spent.
    BARRED,
    /// The network or a message was broken.
    FAILED
  }

  static Ending ours(Cause cause) {
    return new Ending(cause, 0, false);
  }

  static Ending theirs(Cause cause) {
    return new Ending(cause, 0, true);
  }
}
