package kept.line.sip;

import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import javax.sip.ClientTransaction;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.CSeqHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/// Changes of a call that stands: re-INVITE (RFC 3261, section 14) and UPDATE (RFC 3311). Theirs
/// may ask for anything; ours change nothing, and say that we are still there (RFC 4028).
final class Reoffers {
  private final SipLeg leg;
  private final Signalling signalling;
  private final SessionTimer session;
  /// Ours, on its way.
  private @Nullable ClientTransaction asking;
  /// Theirs, not answered yet.
  private @Nullable ServerTransaction asked;
  private boolean awaitingAck;
  private boolean knowsUpdate;

  Reoffers(SipLeg leg, Signalling signalling, SessionTimer session) {
    this.leg = leg;
    this.signalling = signalling;
    this.session = session;
  }

  boolean owns(ClientTransaction transaction) {
    return transaction.equals(asking);
  }

  /// UPDATE costs one answer and no ACK; who does not know it gets an INVITE with what was said
  /// last.
  void refresh(String sdp) {
    if (asking != null || asked != null) return;
    leg.attempt(() -> {
      var request = leg.inside().request(knowsUpdate ? Request.UPDATE : Request.INVITE);
      signalling.messages().says(request);
      session.propose(request);
      if (!knowsUpdate) signalling.messages().body(request, sdp);
      asking = leg.inside().send(request);
    });
  }

  void response(ResponseEvent event) {
    var response = event.getResponse();
    int code = response.getStatusCode();
    if (code < 200) return;
    var invite = event.getClientTransaction().getRequest().getMethod().equals(Request.INVITE);
    if (code < 300 && invite) acknowledge(event);
    asking = null;
    if (code < 300) accepted(response);
    else if (code == Response.REQUEST_PENDING) later();
    else if (code == Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST
        || code == Response.REQUEST_TIMEOUT) leg.over(Ending.theirs(Ending.Cause.FAILED));
  }

  private void accepted(Response response) {
    knowsUpdate = Messages.lists(response, "Allow", Request.UPDATE);
    session.answered(response);
  }

  private void acknowledge(ResponseEvent event) {
    var dialog = leg.dialog();
    if (dialog == null) return;
    leg.attempt(() -> {
      var cseq = (CSeqHeader) event.getResponse().getHeader(CSeqHeader.NAME);
      var ack = dialog.createAck(cseq.getSeqNumber());
      leg.inside().pin(ack);
      dialog.sendAck(ack);
    });
  }

  /// Both asked at once. Whoever made the call waits longer, so that the second try meets
  /// nobody (section 14.1).
  private void later() {
    var dialog = leg.dialog();
    boolean ours = dialog != null && !dialog.isServer();
    int millis = ours
        ? ThreadLocalRandom.current().nextInt(2100, 4000)
        : ThreadLocalRandom.current().nextInt(0, 2000);
    signalling.timers().later(Duration.ofMillis(millis), leg.owner(), leg::refresh);
  }

  void invited(RequestEvent event) {
    if (asking != null) {
      leg.inside().answer(event, Response.REQUEST_PENDING);
    } else if (asked != null || !leg.isUp()) {
      busy(event);
    } else if (session.tooShort(event.getRequest())) {
      tooShort(event);
    } else {
      knowsUpdate |= Messages.lists(event.getRequest(), "Allow", Request.UPDATE);
      asked = event.getServerTransaction();
      leg.tell(new SipEvent.Offered(Messages.sdp(event.getRequest())));
    }
  }

  /// One at a time; they may ask again in a moment (section 14.2).
  private void busy(RequestEvent event) {
    leg.attempt(() -> {
      var response = signalling
          .messages()
          .response(Response.SERVER_INTERNAL_ERROR, event.getRequest(), leg.localTag());
      response.setHeader(signalling
          .messages()
          .headers()
          .createRetryAfterHeader(ThreadLocalRandom.current().nextInt(1, 10)));
      event.getServerTransaction().sendResponse(response);
    });
  }

  private void tooShort(RequestEvent event) {
    leg.attempt(() -> {
      var response = signalling.messages().response(422, event.getRequest(), leg.localTag());
      session.sayLeast(response);
      event.getServerTransaction().sendResponse(response);
    });
  }

  void updated(RequestEvent event) {
    knowsUpdate = true;
    var sdp = Messages.sdp(event.getRequest());
    if (session.tooShort(event.getRequest())) tooShort(event);
    else if (sdp != null && asking != null) leg.inside().answer(event, Response.REQUEST_PENDING);
    else if (sdp != null && asked != null) busy(event);
    else if (sdp == null) leg.attempt(() -> answer(event.getServerTransaction(), null));
    else {
      asked = event.getServerTransaction();
      leg.tell(new SipEvent.Offered(sdp));
    }
  }

  void accept(String sdp) {
    var transaction = asked;
    if (transaction == null) return;
    asked = null;
    awaitingAck = transaction.getRequest().getMethod().equals(Request.INVITE)
        && Messages.sdp(transaction.getRequest()) == null;
    leg.attempt(() -> answer(transaction, sdp));
  }

  void decline(int code) {
    var transaction = asked;
    if (transaction == null) return;
    asked = null;
    leg.attempt(() -> transaction.sendResponse(
        signalling.messages().response(code, transaction.getRequest(), leg.localTag())));
  }

  private void answer(ServerTransaction transaction, @Nullable String sdp)
      throws SipException, InvalidArgumentException, ParseException {
    var request = transaction.getRequest();
    var response = signalling.messages().response(Response.OK, request, leg.localTag());
    response.setHeader(signalling.messages().contact(leg.transport()));
    if (sdp != null) signalling.messages().body(response, sdp);
    session.answering(request, response);
    transaction.sendResponse(response);
  }

  /// Whether it was the ACK to an answer in which the offer was ours.
  boolean acknowledged(Request ack) {
    if (!awaitingAck) return false;
    awaitingAck = false;
    leg.tell(new SipEvent.Acknowledged(Messages.sdp(ack)));
    return true;
  }
}
