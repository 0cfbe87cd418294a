package kept.line.sip;

import gov.nist.javax.sip.address.SipUri;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sip.RequestEvent;
import javax.sip.header.ReferToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/// Transfers that a party asks for (RFC 3515, RFC 5589), and the news that it is owed about
/// them.
final class Refers {
  private static final Pattern REPLACES = Pattern.compile(
      "(?i)\\A([^;]{1,200})(?=.*;\\s*to-tag=([^;]{1,100}))(?=.*;\\s*from-tag=([^;]{1,100})).*\\z");
  private static final int SECONDS = 60;

  private final SipLeg leg;
  private final Signalling signalling;
  private boolean open;

  Refers(SipLeg leg, Signalling signalling) {
    this.leg = leg;
    this.signalling = signalling;
  }

  void referred(RequestEvent event) {
    var target = target(event.getRequest());
    if (target.isEmpty()) {
      leg.inside().answer(event, Response.BAD_REQUEST);
      return;
    }
    if (open) { // one at a time
      leg.inside().answer(event, Response.REQUEST_PENDING);
      return;
    }
    leg.inside().answer(event, Response.ACCEPTED);
    open = true;
    tell(Response.TRYING);
    leg.tell(new SipEvent.Referred(target.get()));
  }

  /// NOTIFY with the status line of the call that was asked for (RFC 3515, section 2.4.4).
  void tell(int code) {
    if (!open) return;
    open = code < 200;
    leg.attempt(() -> {
      var notify = leg.inside().request(Request.NOTIFY);
      notify.setHeader(signalling.messages().header("Event", "refer"));
      var state = open ? "active;expires=" + SECONDS : "terminated;reason=noresource";
      notify.setHeader(signalling.messages().header("Subscription-State", state));
      signalling.messages().fragment(notify, "SIP/2.0 " + code + " " + phrase(code) + "\r\n");
      leg.inside().send(notify);
    });
  }

  private static String phrase(int code) {
    if (code == Response.TRYING) return "Trying";
    if (code < 200) return "Ringing";
    return code < 300 ? "OK" : "Failed";
  }

  private static Optional<Referral> target(Request refer) {
    var header = (ReferToHeader) refer.getHeader(ReferToHeader.NAME);
    if (header == null || !(header.getAddress().getURI() instanceof SipUri uri))
      return Optional.empty();
    if (uri.getUser() == null) return Optional.empty();
    return Optional.of(new Referral(uri.getUser(), uri.getHost(), replaces(uri)));
  }

  private static @Nullable DialogId replaces(SipUri uri) {
    var raw = uri.getHeader("Replaces");
    return raw == null ? null : parse(URLDecoder.decode(raw, StandardCharsets.UTF_8));
  }

  /// Their to-tag is ours: they name our side of the dialog as the remote one (RFC 3891,
  /// section 3).
  static @Nullable DialogId parse(String value) {
    var found = REPLACES.matcher(value);
    return found.matches()
        ? new DialogId(
            found.group(1).trim(), found.group(2).trim(), found.group(3).trim())
        : null;
  }
}
