package kept.line;

import kept.line.rtp.Direction;
import kept.line.rtp.NoPortLeft;
import kept.line.sdp.MalformedSdp;
import kept.line.sdp.NotAcceptable;
import kept.line.sip.Invitation;
import org.jspecify.annotations.Nullable;

/// Offers and answers of a leg, turned into what its sound does, or into the status that
/// refuses them.
final class Offers {
  private static final int MALFORMED = 400;
  private static final int NOT_ACCEPTABLE_HERE = 488;
  private static final int UNAVAILABLE = 503;

  private Offers() {}

  /// A caller's ports and our answer to their offer, before anybody rings: what cannot become
  /// a call is refused now.
  static boolean prepare(Line line, Leg leg, Invitation invitation) {
    try {
      line.open(leg, invitation.transport());
      var offer = invitation.sdp();
      if (offer == null) {
        leg.ready(leg.negotiation().offer(Direction.SENDRECV));
        return true;
      }
      var answered = leg.negotiation().answer(offer, Direction.SENDRECV);
      leg.ready(answered.sdp());
      leg.agree(answered.agreement());
      return true;
    } catch (NoPortLeft none) {
      leg.sip().refuse(UNAVAILABLE, 5);
    } catch (MalformedSdp bad) {
      leg.sip().refuse(MALFORMED, 0);
    } catch (NotAcceptable no) {
      leg.sip().refuse(NOT_ACCEPTABLE_HERE, 0);
    }
    return false;
  }

  /// Ours, in the INVITE that rings somebody.
  static String first(Leg leg) {
    return leg.negotiation().offer(Direction.SENDRECV);
  }

  /// What they play before they answer is not passed on: the caller hears our own ring-back.
  static void early(Leg leg, String sdp) {
    answered(leg, sdp);
  }

  /// Their answer to ours; false where we cannot talk that way.
  static boolean answered(Leg leg, @Nullable String sdp) {
    if (sdp == null) return false;
    try {
      leg.agree(leg.negotiation().answered(sdp));
      return true;
    } catch (MalformedSdp | NotAcceptable no) {
      return false;
    }
  }

  /// The ACK to an answer in which the offer was ours carries theirs; any other says nothing
  /// new.
  static void acknowledged(Leg leg, @Nullable String sdp) {
    if (leg.negotiation().agreement().isPresent() && sdp == null) return;
    if (!answered(leg, sdp)) leg.sip().hangUp();
  }

  /// Their wish to talk in another way, answered; false where it was declined.
  static boolean answer(Leg leg, @Nullable String sdp) {
    try {
      if (sdp == null) {
        leg.sip().accept(leg.negotiation().offer(Direction.SENDRECV));
        return false;
      }
      var answered = leg.negotiation().answer(sdp, Direction.SENDRECV);
      leg.agree(answered.agreement());
      leg.sip().accept(answered.sdp());
      return true;
    } catch (MalformedSdp bad) {
      leg.sip().decline(MALFORMED);
    } catch (NotAcceptable no) {
      leg.sip().decline(NOT_ACCEPTABLE_HERE);
    }
    return false;
  }
}
