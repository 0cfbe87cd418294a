package kept.line;

import kept.line.sip.LegOwner;
import kept.line.sip.SipEvent;
import kept.line.sip.SipLeg;

/// Looks after the dialog of a party that has left: what still comes is answered in the same
/// mailbox, and told to nobody.
///
/// The stack remembers a dialog for half a minute after its end. It is not to remember the
/// whole call with it, its sockets and all its messages.
record Afterwards(Mailbox mailbox) implements LegOwner {
  @Override
  public void post(Runnable work) {
    mailbox.post(work);
  }

  @Override
  public void tell(SipLeg leg, SipEvent event) {}
}
