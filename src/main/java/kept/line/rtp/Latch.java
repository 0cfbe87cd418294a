package kept.line.rtp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/// From where we take a party's packets, and where ours go.
///
/// Behind a NAT they come from elsewhere than was agreed, so the first good packet settles it;
/// but only from an address that the party is known by, or a stranger who sprays our ports
/// gets the call (RTPbleed). Once settled it stays so until the next agreement, which is a new
/// latch.
///
/// The leg's selector loop settles it, any thread may ask where to send.
final class Latch {
  private final InetAddress agreed;
  private final @Nullable InetAddress signalling;
  private @Nullable InetSocketAddress learnt;
  private volatile @Nullable InetSocketAddress target;

  Latch(InetSocketAddress agreed, @Nullable InetAddress signalling) {
    this.agreed =
        agreed.getAddress() == null ? InetAddress.ofLiteral("0.0.0.0") : agreed.getAddress();
    this.signalling = signalling;
    target = isSomewhere(agreed) ? agreed : null;
  }

  /// Agreed again on the same place: what was learnt is the better guess until a packet comes.
  void sendsWhere(Latch before) {
    target = before.target;
  }

  boolean admits(InetSocketAddress from) {
    var settled = learnt;
    if (settled != null) return settled.equals(from);
    var address = from.getAddress();
    return address.equals(agreed) || address.equals(signalling);
  }

  boolean isOpen() {
    return learnt == null;
  }

  void settle(InetSocketAddress from) {
    if (learnt != null) return;
    learnt = from;
    target = from;
  }

  /// Null where they named no place that one can send to.
  @Nullable
  InetSocketAddress target() {
    return target;
  }

  /// Port 0 and 0.0.0.0 say "nowhere", yet Linux would send them to ourselves; a group would
  /// get our voice a hundredfold.
  private static boolean isSomewhere(InetSocketAddress address) {
    var ip = address.getAddress();
    return ip != null
        && address.getPort() != 0
        && !ip.isAnyLocalAddress()
        && !ip.isMulticastAddress();
  }
}
