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

  /// Whether another way to the same place may do better: this one failed, and nobody said no.
  public boolean isOfTheWay() {
    return switch (cause) {
      case REFUSED -> code >= 500 && code < 600;
      case TIMED_OUT, FAILED -> true;
      case HUNG_UP, CANCELLED, NOT_ACKNOWLEDGED, EXPIRED, SILENT, BARRED -> false;
    };
  }

  /// The status that refused it, or the one that stands for what we saw.
  ///
  /// @param otherwise where nothing says it
  public int status(int otherwise) {
    if (code >= 400) return code;
    return switch (cause) {
      case TIMED_OUT -> 408;
      case BARRED -> 403;
      case FAILED -> 503;
      case REFUSED, HUNG_UP, CANCELLED, NOT_ACKNOWLEDGED, EXPIRED, SILENT -> otherwise;
    };
  }

  static Ending ours(Cause cause) {
    return new Ending(cause, 0, false);
  }

  static Ending theirs(Cause cause) {
    return new Ending(cause, 0, true);
  }
}
