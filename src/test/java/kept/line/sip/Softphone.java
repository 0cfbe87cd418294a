package kept.line.sip;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.SSLContext;

/// A phone that a test plays: takes every call, and makes and passes on calls. As behind NAT,
/// what it calls its own address is not where it is.
public final class Softphone extends WireEnd {
  private static final SecureRandom RANDOM = new SecureRandom();
  private final SocketAddress line;
  private final String user;
  private volatile boolean rings;

  /// A call as this phone sees it.
  ///
  /// @param mine From or To with our tag
  public record Dialog(String callId, String mine, String theirs, String target) {
    private static String tag(String value) {
      return value.substring(value.indexOf(";tag=") + 5).split(";", 2)[0];
    }

    /// For others: `Replaces` of this call (RFC 3891).
    public String replaces() {
      return callId + ";to-tag=" + tag(theirs) + ";from-tag=" + tag(mine);
    }
  }

  private Softphone(Wire wire, int linePort, String user) {
    super(wire);
    line = new InetSocketAddress(InetAddress.getLoopbackAddress(), linePort);
    this.user = user;
  }

  public static Softphone udp(int linePort, String address, String user) throws IOException {
    return new Softphone(Wire.Udp.at(address), linePort, user);
  }

  public static Softphone tls(int linePort, SSLContext trusting, String user) throws IOException {
    return new Softphone(Wire.Tls.to(linePort, trusting), linePort, user);
  }

  @Override
  void arrived(WireMessage message, SocketAddress from) throws IOException {
    if (message.isRequest("INVITE") && rings) reply(message, from, "180 Ringing", "");
    if (message.isRequest("INVITE")) reply(message, from, "200 OK", SDP);
    else if (message.isRequest() && !message.isRequest("ACK")) reply(message, from, "200 OK", "");
  }

  public void register() throws IOException, InterruptedException {
    var registered = prove("REGISTER", "sip:127.0.0.1", user, "", "Expires: 300");
    if (registered.status() != 200) throw new AssertionError(registered.start());
  }

  /// From now on it says 180 and 200 in one breath.
  public void ringsFirst() {
    rings = true;
  }

  /// Calls, as somebody who is let in unproven, and gives up so soon after; what the INVITE
  /// got. An answer that crossed is taken and hung up on (RFC 3261, section 15).
  int giveUp(String number, int millis) throws IOException, InterruptedException {
    var callId = UUID.randomUUID().toString();
    var uri = "sip:" + number + "@127.0.0.1";
    outside("INVITE", 1, uri, number, callId, SDP);
    Thread.sleep(millis);
    outside("CANCEL", 1, uri, number, callId, "");
    var answered = last(callId, "1 INVITE");
    if (answered.status() != 200) {
      outside("ACK", 1, uri, number, callId, "");
      return answered.status();
    }
    var dialog =
        new Dialog(callId, answered.header("From"), answered.header("To"), answered.contact());
    within(dialog, "ACK", 1, "");
    within(dialog, "BYE", 2, "");
    return answered.status();
  }

  /// Calls and is answered.
  public Dialog call(String number, String... more) throws IOException, InterruptedException {
    var answered = prove("INVITE", "sip:" + number + "@127.0.0.1", number, SDP, more);
    if (answered.status() != 200) throw new AssertionError(answered.start());
    var dialog = new Dialog(
        answered.header("Call-ID"),
        answered.header("From"),
        answered.header("To"),
        answered.contact());
    within(dialog, "ACK", Integer.parseInt(answered.header("CSeq").split(" ")[0]), "");
    return dialog;
  }

  /// The call that came in.
  public Dialog called() throws InterruptedException {
    var invite = await("a call", message -> message.isRequest("INVITE"));
    return new Dialog(
        invite.header("Call-ID"),
        invite.header("To") + ";tag=" + tag,
        invite.header("From"),
        invite.contact());
  }

  /// Passes a call on; the status that this gets.
  public int refer(Dialog dialog, String to) throws IOException, InterruptedException {
    within(dialog, "REFER", 100, "", "Refer-To: <" + to + ">");
    return await(
            "an answer to REFER",
            message -> !message.isRequest() && message.header("CSeq").equals("100 REFER"))
        .status();
  }

  /// The same once more, by re-INVITE.
  public void offerAgain(Dialog dialog) throws IOException, InterruptedException {
    within(dialog, "INVITE", 150, SDP);
    var answered = last(dialog.callId(), "150 INVITE");
    if (answered.status() != 200) throw new AssertionError(answered.start());
    within(dialog, "ACK", 150, "");
  }

  public void hangUp(Dialog dialog) throws IOException {
    within(dialog, "BYE", 200, "");
  }

  public void hears(String method, int times) throws InterruptedException {
    await(
        times + " " + method,
        any -> heard.stream()
                .filter(message -> message.isRequest(method))
                .map(message -> message.header("Call-ID") + message.header("CSeq"))
                .distinct()
                .count()
            >= times);
  }

  /// A NOTIFY with this status line.
  public void isNotified(String status) throws InterruptedException {
    await(
        "a NOTIFY of " + status,
        message -> message.isRequest("NOTIFY") && message.body().startsWith(status));
  }

  private WireMessage prove(String method, String uri, String to, String body, String... more)
      throws IOException, InterruptedException {
    var callId = UUID.randomUUID().toString();
    outside(method, 1, uri, to, callId, body, more);
    var first = last(callId, "1 " + method);
    if (first.status() != 401 && first.status() != 407) return first;
    if (method.equals("INVITE")) outside("ACK", 1, uri, to, callId, "");
    var asks = first.status() == 401 ? "WWW-Authenticate" : "Proxy-Authenticate";
    var proof = new DigestClient(user, "pw" + user, RANDOM)
        .answer(first.all(asks), method, uri)
        .orElseThrow();
    var all = new ArrayList<>(List.of(more));
    all.add((first.status() == 401 ? "Authorization: " : "Proxy-Authorization: ") + proof);
    outside(method, 2, uri, to, callId, body, all.toArray(String[]::new));
    return last(callId, "2 " + method);
  }

  private WireMessage last(String callId, String cseq) throws InterruptedException {
    return await(
        "an answer to " + cseq,
        message -> message.status() >= 200
            && message.header("Call-ID").equals(callId)
            && message.header("CSeq").equals(cseq));
  }

  private void outside(
      String method, int cseq, String uri, String to, String callId, String body, String... more)
      throws IOException {
    var lines = start(method, uri, callId + cseq);
    lines.add("From: <sip:" + user + "@127.0.0.1>;tag=" + tag);
    lines.add("To: <sip:" + to + "@127.0.0.1>");
    lines.add("Call-ID: " + callId);
    lines.add("CSeq: " + cseq + " " + method);
    lines.addAll(List.of(more));
    send(line, lines, body);
  }

  private void within(Dialog dialog, String method, int cseq, String body, String... more)
      throws IOException {
    var lines = start(method, dialog.target(), UUID.randomUUID().toString());
    lines.add("From: " + dialog.mine());
    lines.add("To: " + dialog.theirs());
    lines.add("Call-ID: " + dialog.callId());
    lines.add("CSeq: " + cseq + " " + method);
    lines.addAll(List.of(more));
    send(line, lines, body);
  }

  private List<String> start(String method, String uri, String branch) {
    return new ArrayList<>(List.of(
        method + " " + uri + " SIP/2.0",
        "Via: SIP/2.0/" + wire.transport() + " 192.0.2.9:5060;branch=z9hG4bK" + branch + ";rport",
        "Max-Forwards: 70",
        "Contact: <sip:" + user + "@192.0.2.9;transport=" + wire.transport() + ">"));
  }
}
