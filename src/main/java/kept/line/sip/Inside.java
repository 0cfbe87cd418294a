package kept.line.sip;

import java.text.ParseException;
import javax.sip.ClientTransaction;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.SipException;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;

/// Our requests and answers inside the dialog of a leg (RFC 3261, section 12.2).
final class Inside {
  private final SipLeg leg;
  private final Signalling signalling;

  Inside(SipLeg leg, Signalling signalling) {
    this.leg = leg;
    this.signalling = signalling;
  }

  void answer(RequestEvent event, int code) {
    leg.attempt(() -> {
      var transaction = event.getServerTransaction();
      if (transaction == null) return;
      transaction.sendResponse(
          signalling.messages().response(code, event.getRequest(), leg.localTag()));
    });
  }

  Request request(String method) throws SipException, ParseException, InvalidArgumentException {
    var dialog = leg.dialog();
    if (dialog == null) throw new SipException("There is no dialog yet.");
    var request = dialog.createRequest(method);
    var via = (ViaHeader) request.getHeader(ViaHeader.NAME);
    if (via != null) via.setRPort();
    request.setHeader(signalling.messages().contact(leg.transport()));
    pin(request);
    return request;
  }

  /// To where they are, whatever their last Contact says.
  void pin(Request request) throws ParseException {
    var uac = leg.uac();
    if (uac != null) uac.pin(request);
    var uas = leg.uas();
    if (uas != null) uas.pin(request);
  }

  ClientTransaction send(Request request) throws SipException {
    var dialog = leg.dialog();
    if (dialog == null) throw new SipException("There is no dialog yet.");
    var provider = signalling.stack().provider(leg.transport());
    var transaction = provider.getNewClientTransaction(request);
    transaction.setApplicationData(leg);
    dialog.sendRequest(transaction);
    return transaction;
  }

  void bye() throws SipException, InvalidArgumentException, ParseException {
    if (leg.dialog() != null) send(request(Request.BYE));
  }
}
