package kept.line.sdp;

/// A well-formed description that offers nothing we can talk by: 488 Not Acceptable Here (RFC
/// 3261, section 21.4.26). Its words are ours alone.
public final class NotAcceptable extends Exception {
  private static final long serialVersionUID = 1L;

  NotAcceptable(String why) {
    super(why);
  }
}
