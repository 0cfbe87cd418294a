package kept.line.sip;

import java.net.InetSocketAddress;
import java.text.ParseException;
import javax.sip.InvalidArgumentException;
import javax.sip.header.ContactHeader;
import javax.sip.header.ExpiresHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/// Writes what we ask a trunk outside any call, and reads what it grants.
record TrunkRequests(Signalling signalling, Trunk trunk) {
  static final int ASKED_SECONDS = 600;

  /// Our own requests outside calls go by a name, a tag and a running number.
  record Turn(String callId, String localTag, long cseq) {}

  Request register(InetSocketAddress address, Turn turn)
      throws ParseException, InvalidArgumentException {
    var user = user();
    var to = to(address, user);
    var messages = signalling.messages();
    var headers = messages.headers();
    var request = messages.request(
        Request.REGISTER, to, new Identity("", user), turn.localTag(), turn.callId());
    request.setRequestURI(messages.uri(new Destination(
        "", to.host(), to.port(), to.transport(), trunk.host(), false, null, null)));
    request.setHeader(headers.createCSeqHeader(turn.cseq(), Request.REGISTER));
    request.setHeader(headers.createFromHeader(
        messages.address("<sip:" + user + "@" + trunk.host() + ">"), turn.localTag()));
    request.setHeader(messages.contact(user, trunk.transport()));
    request.setHeader(headers.createExpiresHeader(ASKED_SECONDS));
    return request;
  }

  /// "What can you do?" (RFC 3261, section 11), as whoever the trunk knows us as.
  Request options(InetSocketAddress address, Turn turn)
      throws ParseException, InvalidArgumentException {
    var messages = signalling.messages();
    var request = messages.request(
        Request.OPTIONS, to(address, ""), new Identity("", user()), turn.localTag(), turn.callId());
    request.setHeader(messages.headers().createCSeqHeader(turn.cseq(), Request.OPTIONS));
    request.setHeader(messages.header("Accept", "application/sdp"));
    return request;
  }

  /// Adds the proof that this challenge asks for.
  void prove(Request request, Response challenge, Credentials credentials) throws ParseException {
    var name = challenge.getStatusCode() == Response.UNAUTHORIZED
        ? "Authorization"
        : "Proxy-Authorization";
    var answer = DigestAnswer.to(challenge, request, credentials);
    request.setHeader(signalling.messages().header(name, answer));
  }

  static boolean isChallenge(Response response) {
    int code = response.getStatusCode();
    return code == Response.UNAUTHORIZED || code == Response.PROXY_AUTHENTICATION_REQUIRED;
  }

  /// For how many seconds it registered us.
  static int granted(Response response) {
    var contact = (ContactHeader) response.getHeader(ContactHeader.NAME);
    if (contact != null && contact.getExpires() > 0) return contact.getExpires();
    var expires = (ExpiresHeader) response.getHeader(ExpiresHeader.NAME);
    return expires != null && expires.getExpires() > 0 ? expires.getExpires() : ASKED_SECONDS;
  }

  private String user() {
    return trunk.credentials() == null ? "line" : trunk.credentials().user();
  }

  Destination to(InetSocketAddress address, String number) {
    return new Destination(
        number,
        address.getAddress().getHostAddress(),
        address.getPort(),
        trunk.transport(),
        trunk.host(),
        false,
        trunk.name(),
        trunk.credentials());
  }
}
