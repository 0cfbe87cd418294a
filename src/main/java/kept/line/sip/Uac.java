package kept.line.sip;

import java.text.ParseException;
import java.util.UUID;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.InvalidArgumentException;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.header.CSeqHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/// The INVITE that we sent, until it is answered (RFC 3261, section 13.2).
final class Uac {
  private static final int MANY_ATTEMPTS = 4;

  private final SipLeg leg;
  private final Signalling signalling;
  private final Destination to;
  private final String callId = UUID.randomUUID() + "@kept";
  private @Nullable ClientTransaction transaction;
  private @Nullable Request invite;
  private String sdp = "";
  private int attempts;
  private boolean heard;
  private boolean unwanted;
  private boolean elsewhere;

  Uac(SipLeg leg, Signalling signalling, Destination to) {
    this.leg = leg;
    this.signalling = signalling;
    this.to = to;
  }

  /// Asked once for a call, whatever else is tried on the way.
  boolean mayDial() {
    return signalling.tolls().begin(leg, to.user(), to.trunk());
  }

  void invite(Identity from, String offer) {
    sdp = offer;
    leg.attempt(() -> {
      var request = signalling.messages().invite(to, from, leg.localTag(), callId);
      leg.session().propose(request);
      send(request);
    });
  }

  private void send(Request request) throws SipException, ParseException {
    signalling.messages().body(request, sdp);
    attempts++;
    invite = request;
    var started = signalling.stack().provider(to.transport()).getNewClientTransaction(request);
    started.setApplicationData(leg);
    transaction = started;
    leg.dialog(started.getDialog());
    started.sendRequest();
  }

  void response(ResponseEvent event) {
    var response = event.getResponse();
    int code = response.getStatusCode();
    if (code < 200) provisional(event, code);
    else if (code < 300) accepted(event);
    else if (event.getClientTransaction() != null
        && event.getClientTransaction().equals(transaction)) refused(response, code);
  }

  private void provisional(ResponseEvent event, int code) {
    heard = true;
    if (unwanted) {
      cancel();
      return;
    }
    var response = event.getResponse();
    if (event.getDialog() != null && code > 100) leg.dialog(event.getDialog());
    if (code > 100 && Messages.lists(response, "Require", "100rel")) acknowledge(event);
    var body = Messages.sdp(response);
    if (body != null) leg.tell(new SipEvent.Progress(body));
    else if (code == Response.RINGING) leg.tell(new SipEvent.Ringing());
  }

  /// PRACK (RFC 3262, section 4).
  private void acknowledge(ResponseEvent event) {
    var dialog = event.getDialog();
    if (dialog == null) return;
    leg.attempt(() -> {
      var prack = dialog.createPrack(event.getResponse());
      pin(prack);
      var sent = signalling.stack().provider(to.transport()).getNewClientTransaction(prack);
      sent.setApplicationData(leg);
      dialog.sendRequest(sent);
    });
  }

  /// Every 2xx gets its ACK; one that nobody waits for any more gets a BYE too (section
  /// 13.2.2.4).
  private void accepted(ResponseEvent event) {
    var dialog = event.getDialog();
    if (dialog == null) return;
    var cseq = (CSeqHeader) event.getResponse().getHeader(CSeqHeader.NAME);
    leg.attempt(() -> {
      var ack = dialog.createAck(cseq.getSeqNumber());
      pin(ack);
      dialog.sendAck(ack);
    });
    if (leg.state() == SipLeg.State.UP && dialog.equals(leg.dialog())) return; // said again
    if (leg.state() != SipLeg.State.EARLY) {
      hangUp(dialog);
      return;
    }
    leg.dialog(dialog);
    leg.up();
    leg.session().answered(event.getResponse());
    var body = Messages.sdp(event.getResponse());
    if (body == null) leg.end(Ending.Cause.FAILED);
    else leg.tell(new SipEvent.Answered(body));
  }

  private void hangUp(Dialog dialog) {
    leg.attempt(() -> {
      var bye = dialog.createRequest(Request.BYE);
      pin(bye);
      dialog.sendRequest(signalling.stack().provider(to.transport()).getNewClientTransaction(bye));
    });
  }

  private void refused(Response response, int code) {
    if (leg.state() != SipLeg.State.EARLY) return;
    if (attempts < MANY_ATTEMPTS && again(response, code)) return;
    leg.over(new Ending(Ending.Cause.REFUSED, code, true));
  }

  /// Once more, with credentials or a longer session, in the same call with the next CSeq
  /// (section 22.2).
  private boolean again(Response response, int code) {
    var before = invite;
    if (before == null) return false;
    var challenged =
        code == Response.UNAUTHORIZED || code == Response.PROXY_AUTHENTICATION_REQUIRED;
    if (!challenged && code != 422) return false;
    if (challenged && (to.credentials() == null || before.getHeader(answerTo(code)) != null))
      return false;
    leg.attempt(() -> {
      var request = next(before);
      if (code == 422) {
        leg.session().atLeast(response);
        leg.session().propose(request);
      } else if (to.credentials() != null) {
        request.setHeader(signalling
            .messages()
            .header(answerTo(code), DigestAnswer.to(response, request, to.credentials())));
      }
      send(request);
    });
    return true;
  }

  private static String answerTo(int code) {
    return code == Response.UNAUTHORIZED ? "Authorization" : "Proxy-Authorization";
  }

  private Request next(Request before) throws ParseException, InvalidArgumentException {
    var request = (Request) before.clone();
    var cseq = (CSeqHeader) request.getHeader(CSeqHeader.NAME);
    request.setHeader(
        signalling.messages().headers().createCSeqHeader(cseq.getSeqNumber() + 1, Request.INVITE));
    request.removeHeader("Via");
    request.addHeader(signalling.messages().via(to.transport()));
    return request;
  }

  /// CANCEL goes only where something was heard already; until then the wish is kept (section
  /// 9.1).
  void cancel() {
    unwanted = true;
    var started = transaction;
    if (!heard || started == null) return;
    leg.attempt(() -> {
      var cancel = started.createCancel();
      if (elsewhere)
        cancel.setHeader(signalling
            .messages()
            .header("Reason", "SIP;cause=200;text=\"Call completed elsewhere\""));
      var sent = signalling.stack().provider(to.transport()).getNewClientTransaction(cancel);
      sent.setApplicationData(leg);
      sent.sendRequest();
    });
  }

  void takenElsewhere() {
    elsewhere = true;
  }

  /// To where we called, whatever address a phone behind NAT calls its own.
  void pin(Request request) throws ParseException {
    if (to.flow()) Messages.pin(request, to.host(), to.port(), to.transport());
  }
}
