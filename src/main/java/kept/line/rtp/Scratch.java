package kept.line.rtp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.jspecify.annotations.Nullable;

/// The buffers of one media thread, used for every packet again.
final class Scratch {
  /// More than an Ethernet frame carries; a longer datagram is nobody's voice.
  static final int LIMIT = 1500;

  /// What SRTP and SRTCP may add: an index, a tag.
  private static final int TRAILER = 32;

  final byte[] in = new byte[LIMIT + 1];
  final byte[] out = new byte[LIMIT + TRAILER];
  final RtpPacket heard = new RtpPacket();
  final RtpPacket said = new RtpPacket();

  /// Length of what lies in [#in]; above [#LIMIT] it was longer.
  int received;

  private final ByteBuffer wire = ByteBuffer.allocateDirect(LIMIT + TRAILER);

  /// Null when nothing waits. The channel keeps its last sender's address: as long as packets
  /// come from one place, the answer is one object and nothing is allocated.
  @Nullable
  InetSocketAddress receive(DatagramChannel channel) throws IOException {
    wire.clear().limit(in.length);
    var from = channel.receive(wire);
    if (from == null) return null;
    wire.flip();
    received = wire.remaining();
    wire.get(in, 0, received);
    return (InetSocketAddress) from;
  }

  /// The first `length` bytes of [#out]. A full socket buffer loses the packet, as the net
  /// might.
  void send(DatagramChannel channel, int length, InetSocketAddress target) throws IOException {
    wire.clear();
    wire.put(out, 0, length).flip();
    channel.send(wire, target);
  }
}
