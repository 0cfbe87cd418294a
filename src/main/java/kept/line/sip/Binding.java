package kept.line.sip;

import java.net.InetSocketAddress;

/// A phone that is registered, where it was seen (RFC 3261, section 10.3, with the source
/// instead of the Contact).
///
/// @param contact the URI that it gave itself
/// @param contactUser what stands in front of the `@` there: what its INVITE names
/// @param expiresAtNanos by the monotonic clock
record Binding(
    String contact,
    String contactUser,
    InetSocketAddress source,
    Transport transport,
    String callId,
    long cseq,
    long expiresAtNanos) {
  boolean isOver(long nowNanos) {
    return expiresAtNanos - nowNanos <= 0;
  }

  Destination destination(String domain) {
    return new Destination(
        contactUser,
        source.getAddress().getHostAddress(),
        source.getPort(),
        transport,
        domain,
        true,
        null,
        null);
  }
}
