package kept.line.sip;

/// Takes the calls that arrive.
public interface SipHandler {
  /// A call arrives. On a thread of the stack, so it only says who will look after it.
  Arrival arriving(Invitation invitation);

  /// Somebody who looks after a call that is on its way in.
  interface Arrival extends LegOwner {
    /// In the mailbox, before anything but 100 is said: writes the call down. False gets a
    /// 503, and so does an answer that takes longer than [SipSettings.Times#admission].
    boolean admit();

    /// In the mailbox: this leg waits to ring, to be answered or refused.
    void arrived(SipLeg leg);

    /// It was not admitted in time and got its 503, or its INVITE turned out to be no call.
    void turnedAway();
  }
}
