package kept.line.sip;

import gov.nist.javax.sip.ServerTransactionExt;
import gov.nist.javax.sip.message.SIPRequest;
import java.text.ParseException;
import java.util.concurrent.Future;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.TransactionAlreadyExistsException;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/// The INVITE that somebody sent us, until it is answered (RFC 3261, section 13.3).
final class Uas {
  private final SipLeg leg;
  private final Signalling signalling;
  private final Transport transport;
  private final SIPRequest invite;
  private @Nullable ServerTransaction transaction;
  private @Nullable Future<?> patience;

  Uas(SipLeg leg, Signalling signalling, Transport transport, SIPRequest invite) {
    this.leg = leg;
    this.signalling = signalling;
    this.transport = transport;
    this.invite = invite;
  }

  /// Takes the request up and says 100. False for a retransmission of one that is taken up
  /// already.
  boolean open() throws SipException, InvalidArgumentException, ParseException {
    try {
      transaction = signalling.stack().provider(transport).getNewServerTransaction(invite);
    } catch (TransactionAlreadyExistsException again) {
      return false;
    }
    transaction.setApplicationData(leg);
    leg.dialog(transaction.getDialog());
    transaction.sendResponse(signalling.messages().response(Response.TRYING, invite, ""));
    return true;
  }

  void ringing() {
    leg.attempt(() -> {
      if (reliable() && leg.dialog() != null) {
        var response = leg.dialog().createReliableProvisionalResponse(Response.RINGING);
        ((ToHeader) response.getHeader("To")).setTag(leg.localTag());
        response.setHeader(signalling.messages().contact(transport));
        leg.dialog().sendReliableProvisionalResponse(response);
      } else {
        send(Response.RINGING, null);
      }
    });
  }

  private boolean reliable() {
    return Messages.lists(invite, "Supported", "100rel")
        || Messages.lists(invite, "Require", "100rel");
  }

  void answer(String sdp) {
    leg.attempt(() -> send(Response.OK, sdp));
    patience = signalling
        .timers()
        .after(signalling.settings().times().acknowledgement(), leg.owner(), () -> {
          leg.end(Ending.Cause.NOT_ACKNOWLEDGED);
        });
  }

  void acknowledged(Request ack) {
    if (patience == null) return;
    patience.cancel(false);
    patience = null;
    leg.tell(new SipEvent.Acknowledged(Messages.sdp(ack)));
  }

  void refuse(int code, int retryAfterSeconds) {
    leg.attempt(() -> {
      if (transaction == null) return;
      var response = signalling.messages().response(code, invite, leg.localTag());
      if (retryAfterSeconds > 0)
        response.setHeader(
            signalling.messages().headers().createRetryAfterHeader(retryAfterSeconds));
      transaction.sendResponse(response);
    });
  }

  /// They gave up. Too late where we answered already: then it gets a 200 and no more (section
  /// 9.2).
  void cancelled(RequestEvent cancel) {
    leg.inside().answer(cancel, Response.OK);
    if (leg.state() != SipLeg.State.EARLY) return;
    refuse(Response.REQUEST_TERMINATED, 0);
    leg.over(Ending.theirs(Ending.Cause.CANCELLED));
  }

  private void send(int code, @Nullable String sdp)
      throws SipException, InvalidArgumentException, ParseException {
    if (transaction == null) throw new SipException("The INVITE was not taken up.");
    var response = signalling.messages().response(code, invite, leg.localTag());
    response.setHeader(signalling.messages().contact(transport));
    if (sdp != null) signalling.messages().body(response, sdp);
    if (code == Response.OK) leg.session().answering(invite, response);
    transaction.sendResponse(response);
  }

  /// To where the call came from: a Contact in a later request of theirs is as wrong as the
  /// first.
  void pin(Request request) throws ParseException {
    var source = Registrar.source(invite);
    Messages.pin(request, source.getAddress().getHostAddress(), source.getPort(), transport);
  }

  /// Whose CANCEL this is.
  static @Nullable SipLeg cancelledBy(RequestEvent cancel) {
    if (!(cancel.getServerTransaction() instanceof ServerTransactionExt transaction)) return null;
    var invite = transaction.getCanceledInviteTransaction();
    return invite != null && invite.getApplicationData() instanceof SipLeg leg ? leg : null;
  }
}
