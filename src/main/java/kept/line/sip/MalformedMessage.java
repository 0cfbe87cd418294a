package kept.line.sip;

/// Bytes that are no SIP message of RFC 3261; says what is wrong in words of ours, never in
/// theirs.
final class MalformedMessage extends Exception {

  private static final long serialVersionUID = 1L;

  MalformedMessage(String why) {
    super(why, null, false, false);
  }
}
