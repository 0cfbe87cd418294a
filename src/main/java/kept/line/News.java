package kept.line;

import kept.line.sip.Ending;
import kept.line.sip.Invitation;
import kept.line.sip.SipEvent;
import kept.line.sip.SipLeg;
import org.jspecify.annotations.Nullable;

/// What the parties of a call do, and what comes of it. In the call's mailbox.
final class News {
  private final Call call;
  private final Line line;
  private final Conversing conversing;
  private final Transfers transfers;
  private final Consulting consulting;
  private final Taping taping;
  /// Of the party that took the others with it.
  private @Nullable Ending parting;

  News(
      Call call,
      Line line,
      Conversing conversing,
      Transfers transfers,
      Consulting consulting,
      Taping taping) {
    this.call = call;
    this.line = line;
    this.conversing = conversing;
    this.transfers = transfers;
    this.consulting = consulting;
    this.taping = taping;
  }

  void arrived(SipLeg sip, Invitation invitation) {
    var leg = new Leg(call, invitation.caller(), invitation.source().getAddress());
    leg.wire(sip);
    call.legs().add(leg);
    if (!Offers.prepare(line, leg, invitation)) return;
    if (invitation.replaces() != null) transfers.pickUp(leg, invitation.replaces());
    else line.handler().arrived(call);
  }

  void of(Leg leg, SipEvent event) {
    switch (event) {
      case SipEvent.Ringing ringing -> transfers.ringing(leg);
      case SipEvent.Progress(var sdp) -> Offers.early(leg, sdp);
      case SipEvent.Answered(var sdp) -> answered(leg, sdp);
      case SipEvent.Acknowledged(var sdp) -> Offers.acknowledged(leg, sdp);
      case SipEvent.Offered(var sdp) -> {
        if (Offers.answer(leg, sdp)) conversing.flowChanged(leg);
      }
      case SipEvent.Pressed(var digit) -> pressed(leg, digit);
      case SipEvent.Referred(var referral) -> transfers.referred(leg, referral);
      case SipEvent.Ended(var why) -> left(leg, why);
    }
    if (event instanceof SipEvent.Ringing)
      call.happened(new CallEvent.Ringing(leg, System.nanoTime()));
  }

  private void answered(Leg leg, String sdp) {
    if (!Offers.answered(leg, sdp)) {
      leg.sip().hangUp();
      return;
    }
    leg.state(Leg.State.TALKING);
    if (transfers.answered(leg) || consulting.answered(leg)) return;
    call.happened(new CallEvent.Answered(leg, System.nanoTime()));
  }

  private void left(Leg leg, Ending why) {
    taping.left(leg);
    var peer = leg.peer();
    boolean othersTalkOn = conversing.leave(leg);
    leg.close();
    call.forget(leg);
    call.happened(new CallEvent.Left(leg, why, System.nanoTime()));
    if (othersTalkOn || transfers.left(leg, why) || consulting.left(leg, why)) return;
    if (parting == null && (leg.isCaller() || peer != null)) parting = why;
    for (var each : call.legs()) {
      if (!each.isOver() && (each.equals(peer) || isPointless(each, leg)))
        each.sip().hangUp();
    }
    call.endIfEmpty(parting == null ? why : parting);
  }

  /// Nobody rings for a call that nobody waits in, and nobody is kept in one whose caller is
  /// gone.
  private boolean isPointless(Leg stays, Leg left) {
    if (left.isCaller()) return stays.peer() == null;
    return stays.state() == Leg.State.RINGING
        && call.legs().stream()
            .noneMatch(
                each -> each.state() == Leg.State.TALKING || each.state() == Leg.State.ARRIVING);
  }

  void pressed(Leg leg, char digit) {
    if (!leg.isOver()) call.happened(new CallEvent.Pressed(leg, digit, System.nanoTime()));
  }

  void played(Leg leg) {
    if (!leg.isOver()) call.happened(new CallEvent.Played(leg, System.nanoTime()));
  }

  void silent(Leg leg) {
    if (leg.isOver()) return;
    call.happened(new CallEvent.Lost(leg, System.nanoTime()));
    leg.sip().lost();
  }
}
