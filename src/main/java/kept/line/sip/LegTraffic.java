package kept.line.sip;

import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/// What arrives for a leg, handed to whoever knows what to do with it. In the mailbox of the
/// leg's owner.
final class LegTraffic {
  private final SipLeg leg;
  private final Reoffers reoffers;
  private final Refers refers;

  LegTraffic(SipLeg leg, Reoffers reoffers, Refers refers) {
    this.leg = leg;
    this.reoffers = reoffers;
    this.refers = refers;
  }

  /// A request inside the dialog, or the INVITE's CANCEL.
  void request(RequestEvent event) {
    var request = event.getRequest();
    var uas = leg.uas();
    switch (request.getMethod()) {
      case Request.ACK -> {
        if (!reoffers.acknowledged(request) && uas != null) uas.acknowledged(request);
      }
      case Request.CANCEL -> {
        if (uas != null) uas.cancelled(event);
      }
      case Request.BYE -> {
        leg.inside().answer(event, Response.OK);
        leg.over(Ending.theirs(Ending.Cause.HUNG_UP));
      }
      case Request.INVITE -> reoffers.invited(event);
      case Request.UPDATE -> reoffers.updated(event);
      case Request.REFER -> refers.referred(event);
      case Request.INFO -> info(event);
      case Request.PRACK, Request.NOTIFY, Request.OPTIONS ->
        leg.inside().answer(event, Response.OK);
      default -> leg.inside().answer(event, Response.METHOD_NOT_ALLOWED);
    }
  }

  private void info(RequestEvent event) {
    var digit = InfoDigits.of(event.getRequest());
    leg.inside().answer(event, digit.isPresent() ? Response.OK : Response.UNSUPPORTED_MEDIA_TYPE);
    digit.ifPresent(pressed -> leg.tell(new SipEvent.Pressed(pressed)));
  }

  void response(ResponseEvent event) {
    var transaction = event.getClientTransaction();
    var method = transaction == null ? "" : transaction.getRequest().getMethod();
    var uac = leg.uac();
    if (transaction != null && reoffers.owns(transaction)) reoffers.response(event);
    else if (uac != null && (method.equals(Request.INVITE) || method.isEmpty()))
      uac.response(event);
    else if (event.getResponse().getStatusCode() == Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST)
      leg.over(Ending.theirs(Ending.Cause.FAILED));
  }

  void timedOut(@Nullable ClientTransaction transaction) {
    if (transaction != null && transaction.getRequest().getMethod().equals(Request.BYE)) return;
    leg.over(Ending.theirs(Ending.Cause.TIMED_OUT));
  }

  /// The stack gave the dialog up, and we did not.
  void dialogGone(Dialog gone) {
    if (leg.isUp() && gone.equals(leg.dialog())) leg.over(Ending.ours(Ending.Cause.FAILED));
  }
}
