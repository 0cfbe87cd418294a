package kept.line.rtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;

/// One leg's sockets: RTP on the even port, RTCP on the odd one above it (RFC 3550, section
/// 11).
record PortPair(int port, DatagramChannel rtp, DatagramChannel rtcp) {
  /// Expedited forwarding (RFC 3246) in the upper six bits: routers that care let voice go
  /// first.
  private static final int EXPEDITED = 0xB8;

  /// Throws where either port is somebody else's, and then holds neither.
  static PortPair bind(InetAddress address, int port) throws IOException {
    var rtp = channel(address, port);
    try {
      return new PortPair(port, rtp, channel(address, port + 1));
    } catch (IOException e) {
      rtp.close();
      throw e;
    }
  }

  private static DatagramChannel channel(InetAddress address, int port) throws IOException {
    var family = address instanceof Inet6Address
        ? StandardProtocolFamily.INET6
        : StandardProtocolFamily.INET;
    var channel = DatagramChannel.open(family);
    try {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.IP_TOS, EXPEDITED);
      return channel.bind(new InetSocketAddress(address, port));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  void close() {
    try (rtp;
        rtcp) {
      // both go, whatever the first says
    } catch (IOException e) {
      throw new UncheckedIOException("A socket did not close.", e);
    }
  }
}
