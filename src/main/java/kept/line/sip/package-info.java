/// The signalling edge: SIP (RFC 3261) over UDP, TCP and TLS, phones that register, trunks
/// that we register with.
///
/// JAIN-SIP parses and keeps transactions; none of its types leaves this package.
@NullMarked
package kept.line.sip;

import org.jspecify.annotations.NullMarked;
