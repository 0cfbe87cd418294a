package kept.line.sip;

/// Who looks after a leg: a call. All that happens to the leg happens in its mailbox, one
/// thing after another.
public interface LegOwner {
  /// Runs it after everything that was posted before; never at once.
  void post(Runnable work);

  /// In the mailbox.
  void tell(SipLeg leg, SipEvent event);
}
