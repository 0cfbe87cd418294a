package kept.platform.push;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;

/// Whom a push may be sent to: an endpoint is an address that a browser chose, so it has to be on
/// the public internet, or a member of the team could have us knock at doors inside the house.
///
/// A test names another reach, for a push service of its own on this machine.
public record PushReach(Predicate<InetAddress> allowed, SSLContext tls) {
  /// What is not for the public by IANA's registries of special-purpose addresses (RFC 6890).
  private static final List<Range> SPECIAL = ranges(
      "0.0.0.0/8",
      "10.0.0.0/8",
      "100.64.0.0/10",
      "127.0.0.0/8",
      "169.254.0.0/16",
      "172.16.0.0/12",
      "192.0.0.0/24",
      "192.0.2.0/24",
      "192.88.99.0/24",
      "192.168.0.0/16",
      "198.18.0.0/15",
      "198.51.100.0/24",
      "203.0.113.0/24",
      "224.0.0.0/3",
      "2001::/23",
      "2001:db8::/32",
      "2002::/16",
      "3fff::/20");
  /// All that was given out of IPv6 so far.
  private static final List<Range> GLOBAL = ranges("0.0.0.0/0", "2000::/3");

  public static PushReach publicInternet() {
    try {
      return new PushReach(PushReach::isPublic, SSLContext.getDefault());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static boolean isPublic(InetAddress address) {
    var bytes = address.getAddress();
    return GLOBAL.stream().anyMatch(range -> range.holds(bytes))
        && SPECIAL.stream().noneMatch(range -> range.holds(bytes));
  }

  /// False when the endpoint names an address outside our reach outright, without asking anybody.
  public boolean mayHold(URI endpoint) {
    var host = bare(endpoint.getHost());
    if (host.equals("localhost") || host.endsWith(".localhost"))
      return allowed.test(InetAddress.getLoopbackAddress());
    try {
      return allowed.test(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  /// Every address that the name stands for now has to be allowed. The answer is remembered by the
  /// JVM (30 seconds by default), so the connection that follows goes to one of those looked at.
  boolean holds(URI endpoint) throws UnknownHostException {
    return Arrays.stream(InetAddress.getAllByName(bare(endpoint.getHost()))).allMatch(allowed);
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static List<Range> ranges(String... written) {
    return Arrays.stream(written).map(Range::of).toList();
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Range(byte[] start, int bits) {
    static Range of(String written) {
      var parts = written.split("/", 2);
      return new Range(InetAddress.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1]));
    }

    boolean holds(byte[] address) {
      if (address.length != start.length) return false;
      for (var bit = 0; bit < bits; bit++) {
        var mask = 0x80 >> (bit % 8);
        if ((start[bit / 8] & mask) != (address[bit / 8] & mask)) return false;
      }
      return true;
    }
  }
}
