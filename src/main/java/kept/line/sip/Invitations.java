package kept.line.sip;

import gov.nist.javax.sip.header.ims.PAssertedIdentityHeader;
import gov.nist.javax.sip.message.SIPRequest;
import java.net.InetSocketAddress;
import javax.sip.address.Address;
import javax.sip.address.URI;
import org.jspecify.annotations.Nullable;

/// Reads an INVITE.
final class Invitations {
  private Invitations() {}

  static Invitation of(
      SIPRequest invite, Origin origin, InetSocketAddress source, Transport transport) {
    var from = invite.getFrom().getAddress();
    Address asserted = origin instanceof Origin.Carrier
            && invite.getHeader(PAssertedIdentityHeader.NAME)
                instanceof PAssertedIdentityHeader known
        ? known.getAddress()
        : from;
    var replaces = Messages.value(invite, "Replaces");
    return new Invitation(
        origin,
        Messages.user(asserted.getURI()),
        asserted.getDisplayName() == null ? "" : asserted.getDisplayName(),
        Messages.user(invite.getRequestURI()),
        origin instanceof Origin.Carrier ? verstat(asserted.getURI()) : null,
        Messages.sdp(invite),
        replaces == null ? null : Refers.parse(replaces),
        invite.getCallId().getCallId(),
        source,
        transport);
  }

  private static @Nullable String verstat(URI uri) {
    var text = uri.toString();
    int at = text.indexOf("verstat=");
    if (at < 0) return null;
    var rest = text.substring(at + 8);
    int end = 0;
    while (end < rest.length()
        && (Character.isLetterOrDigit(rest.charAt(end)) || rest.charAt(end) == '-')) end++;
    return rest.substring(0, Math.min(end, 40));
  }
}
