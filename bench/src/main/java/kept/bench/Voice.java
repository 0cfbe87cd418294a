package kept.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.ThreadLocalRandom;

/// One party's audio: 20 ms of mu-law at a time, each packet with the time at which it was
/// sent.
///
/// The sender's thread of [Voices] owns what is sent, the receiver's what is heard.
final class Voice implements AutoCloseable {
  static final int PACKET = 172;
  private static final int HEADER = 12;
  private static final int MARK = 0x4B455054;
  private static final int SAMPLES = 160;

  private final DatagramChannel channel;
  private final int port;
  private final ByteBuffer out = ByteBuffer.allocateDirect(PACKET);
  private int sequence = ThreadLocalRandom.current().nextInt(1000);
  /// When the last packet of somebody else's pacing came; 0 before the first.
  private long heardAt;

  Voice(String host) throws IOException {
    channel = DatagramChannel.open();
    channel.setOption(StandardSocketOptions.SO_RCVBUF, 1 << 18);
    channel.bind(new InetSocketAddress(InetAddress.getByName(host), 0));
    channel.configureBlocking(false);
    port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
    out.putShort((short) 0x8000).putShort((short) 0).putInt(0).putInt(port);
    while (out.hasRemaining()) out.put((byte) 0xFF);
  }

  int port() {
    return port;
  }

  DatagramChannel channel() {
    return channel;
  }

  void talksTo(InetSocketAddress relay) throws IOException {
    channel.connect(relay);
  }

  /// `counted` packets say so, for whoever hears them.
  void say(boolean counted) throws IOException {
    out.clear();
    out.putShort(2, (short) sequence).putInt(4, sequence * SAMPLES);
    sequence++;
    out.putInt(HEADER, MARK).putInt(HEADER + 4, counted ? 1 : 0);
    out.putLong(HEADER + 8, System.nanoTime());
    channel.write(out);
  }

  /// When a packet of ours that is counted was sent; 0 for every other one.
  static long sentAt(ByteBuffer packet) {
    if (packet.remaining() < PACKET || packet.getInt(HEADER) != MARK) return 0;
    return packet.getInt(HEADER + 4) == 1 ? packet.getLong(HEADER + 8) : 0;
  }

  static boolean isStamped(ByteBuffer packet) {
    return packet.remaining() >= PACKET && packet.getInt(HEADER) == MARK;
  }

  /// Since the packet before, or 0 for the first one.
  long sinceLast(long now) {
    long since = heardAt == 0 ? 0 : now - heardAt;
    heardAt = now;
    return since;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
