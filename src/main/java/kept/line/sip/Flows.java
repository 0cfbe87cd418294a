package kept.line.sip;

import gov.nist.javax.sip.address.SipUri;
import gov.nist.javax.sip.message.SIPRequest;
import java.net.InetSocketAddress;
import java.text.ParseException;
import javax.sip.header.ContactHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes a peer's own Contact the address it was seen at.
///
/// The stack copies the Contact into the dialog and sends everything there: behind NAT to
/// nobody, over TLS into a new connection that the phone does not take, and for a host name
/// after a look-up on a thread of the stack.
final class Flows {
  private static final Logger LOG = LoggerFactory.getLogger(Flows.class);

  private Flows() {}

  static void keep(SIPRequest request, InetSocketAddress source, Transport transport) {
    var contact = (ContactHeader) request.getHeader(ContactHeader.NAME);
    if (contact == null || !(contact.getAddress().getURI() instanceof SipUri uri)) return;
    if (request.getHeader("Record-Route") != null) return;
    try {
      uri.setHost(source.getAddress().getHostAddress());
      uri.setPort(source.getPort());
      if (transport == Transport.UDP) uri.removeParameter("transport");
      else uri.setTransportParam(transport.word());
    } catch (ParseException never) {
      LOG.debug("A Contact stays as it is.", never);
    }
  }
}
