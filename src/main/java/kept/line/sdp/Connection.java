package kept.line.sdp;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/// The `c=` line (RFC 8866, section 5.7), and the end of an `o=` line.
///
/// @param family `IP4` or `IP6`
/// @param host an address, or a name that we never look up
public record Connection(String family, String host) {
  /// The longest IPv6 address in words: eight groups, the last two as IPv4.
  private static final int LONGEST = 45;

  static Connection to(InetAddress address) {
    return new Connection(
        address instanceof Inet4Address ? "IP4" : "IP6", address.getHostAddress());
  }

  /// Empty for a name, a multicast group with its `/ttl`, a scoped address, or one of another
  /// family. Never asks a name server.
  Optional<InetAddress> address() {
    if (host.length() > LONGEST) return Optional.empty();
    return family.equals("IP4") ? ip4() : ip6();
  }

  private Optional<InetAddress> ip4() {
    var parts = host.split("\\.", -1);
    if (parts.length != 4) return Optional.empty();
    var bytes = new byte[4];
    for (int i = 0; i < 4; i++) {
      int part = Numbers.upTo(255, parts[i]);
      if (part < 0 || parts[i].length() > 3) return Optional.empty();
      bytes[i] = (byte) part;
    }
    return unicast(bytes);
  }

  private Optional<InetAddress> ip6() {
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c != ':' && c != '.' && Character.digit(c, 16) < 0) return Optional.empty();
    }
    if (host.indexOf(':') < 0) return Optional.empty();
    try {
      return unicast(Inet6Address.ofLiteral(host).getAddress());
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  private static Optional<InetAddress> unicast(byte[] bytes) {
    try {
      var address = InetAddress.getByAddress(bytes);
      return address.isMulticastAddress() ? Optional.empty() : Optional.of(address);
    } catch (UnknownHostException wrongLength) {
      throw new IllegalStateException("An address has 4 or 16 bytes.", wrongLength);
    }
  }

  @Override
  public String toString() {
    return "IN " + family + " " + host;
  }
}
