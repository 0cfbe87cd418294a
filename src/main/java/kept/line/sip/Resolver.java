package kept.line.sip;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;

/// Finds where a SIP host is served (RFC 3263). May block; asked on threads that may.
@FunctionalInterface
public interface Resolver {
  /// Best first, never empty.
  ///
  /// @throws IOException in words for people when nothing is found
  List<InetSocketAddress> resolve(String host, int port, Transport transport) throws IOException;
}
