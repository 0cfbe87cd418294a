package kept.phone;

import java.net.InetAddress;
import kept.line.sip.SipTls;
import org.jspecify.annotations.Nullable;

/// Where the line listens.
///
/// @param port SIP over UDP and TCP; 0 is any free one
/// @param tlsPort SIP over TLS; 0 is any free one, -1 none
/// @param firstPort lowest of the ports for sound, two to a party
/// @param lastPort highest of them
/// @param advertised the address that others reach us at
/// @param tls our certificate, or null without TLS
public record PhoneSettings(
    InetAddress bind,
    int port,
    int tlsPort,
    int firstPort,
    int lastPort,
    InetAddress advertised,
    @Nullable SipTls tls) {}
