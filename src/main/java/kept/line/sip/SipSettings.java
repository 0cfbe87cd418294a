package kept.line.sip;

import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Where the edge listens and what it says of itself.
///
/// @param bind the address of the sockets
/// @param port UDP and TCP; 0 is any free one
/// @param tlsPort TLS; 0 is any free one, -1 none
/// @param advertised the address that others reach us at, for Via, Contact and SDP
/// @param tls our certificate, or null without TLS
/// @param product the word of the `Server` and `User-Agent` header
/// @param times how long we wait for what
public record SipSettings(
    InetAddress bind,
    int port,
    int tlsPort,
    InetAddress advertised,
    @Nullable SipTls tls,
    String product,
    Times times) {

  /// @param session what we propose as `Session-Expires` (RFC 4028), at least 90 s
  /// @param leastSession shorter ones are refused with a 422; 90 s in the RFC
  /// @param acknowledgement how long an answer waits for its ACK (64 T1, RFC 3261, section
  /// 13.3.1.4)
  /// @param keepAlive between two pings of a registered phone behind NAT
  /// @param admission how long an INVITE waits to be written down before it gets a 503
  public record Times(
      Duration session,
      Duration leastSession,
      Duration acknowledgement,
      Duration keepAlive,
      Duration admission) {
    public static final Times USUAL = new Times(
        Duration.ofMinutes(30),
        Duration.ofSeconds(90),
        Duration.ofSeconds(32),
        Duration.ofSeconds(25),
        Duration.ofSeconds(2));
  }
}
