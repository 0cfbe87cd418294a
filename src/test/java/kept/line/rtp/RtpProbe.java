package kept.line.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A party at the far end: real sockets, stamped packets, everything that came kept in order.
final class RtpProbe implements AutoCloseable {
  static final int DIGITS = 101;

  /// An RTP packet as it came.
  record Packet(
      boolean marker, int payloadType, int sequence, int timestamp, int ssrc, byte[] payload) {
    static Packet of(byte[] bytes) {
      var in = ByteBuffer.wrap(bytes);
      assertThat(in.get()).as("version 2, nothing else").isEqualTo((byte) 0x80);
      int second = in.get() & 0xFF;
      int sequence = in.getShort() & 0xFFFF;
      int timestamp = in.getInt();
      int ssrc = in.getInt();
      var payload = new byte[in.remaining()];
      in.get(payload);
      return new Packet(second > 127, second & 0x7F, sequence, timestamp, ssrc, payload);
    }

    byte[] bytes() {
      return ByteBuffer.allocate(12 + payload.length)
          .put((byte) 0x80)
          .put((byte) (marker ? payloadType | 0x80 : payloadType))
          .putShort((short) sequence)
          .putInt(timestamp)
          .putInt(ssrc)
          .put(payload)
          .array();
    }
  }

  final DatagramSocket rtp;
  final DatagramSocket rtcp;

  /// Of the next packet that it says.
  int sequence = 65_000;

  int timestamp = 0xFFFFF000;
  int ssrc = 0x12345678;
  boolean marker = true;
  Law law = Law.PCMU;

  /// Null: in the clear.
  SrtpKeys keys;

  private SrtpContext seals;
  private SrtpContext opens;
  SrtcpContext sealsReports;
  SrtcpContext opensReports;

  private final BlockingQueue<byte[]> arrived = new LinkedBlockingQueue<>();
  private final BlockingQueue<byte[]> reports = new LinkedBlockingQueue<>();

  RtpProbe() {
    this("127.0.0.1");
  }

  RtpProbe(String address) {
    try {
      var here = InetAddress.ofLiteral(address);
      rtp = new DatagramSocket(0, here);
      rtcp = new DatagramSocket(0, here);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(() -> listen(rtp, arrived));
    Thread.ofVirtual().start(() -> listen(rtcp, reports));
  }

  /// Agreed with this party: its law, both ways, in the clear.
  Agreement agreement() {
    return agreement(Direction.SENDRECV);
  }

  Agreement agreement(Direction direction) {
    return agreement(direction, 20);
  }

  Agreement agreement(Direction direction, int packetMillis) {
    return new Agreement(law, DIGITS, packetMillis, at(rtp), at(rtcp), direction, keys);
  }

  /// From now on it speaks and understands SRTP only; the keys are the leg's own.
  void encrypt(int seed, int tagBytes) {
    var ours = new byte[30];
    var theirs = new byte[30];
    Arrays.fill(ours, (byte) seed);
    Arrays.fill(theirs, (byte) (seed + 1));
    keys = new SrtpKeys(ours, theirs, tagBytes);
    seals = new SrtpContext(theirs, tagBytes);
    opens = new SrtpContext(ours, tagBytes);
    sealsReports = new SrtcpContext(theirs);
    opensReports = new SrtcpContext(ours);
  }

  private byte[] sealed(byte[] clear) {
    if (keys == null) return clear;
    var room = Arrays.copyOf(clear, clear.length + 10);
    return Arrays.copyOf(room, seals.protect(room, clear.length));
  }

  private byte[] opened(byte[] bytes) {
    if (keys == null) return bytes;
    int length = opens.open(bytes, bytes.length);
    assertThat(length).as("authentic").isPositive();
    return Arrays.copyOf(bytes, length);
  }

  static InetSocketAddress at(DatagramSocket socket) {
    return new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
  }

  /// Says so much audio in a packet of its own law, the next in its stream.
  Packet say(MediaLeg leg, byte[] payload) {
    return say(leg, law.payloadType(), payload);
  }

  Packet say(MediaLeg leg, int payloadType, byte[] payload) {
    var packet = new Packet(marker, payloadType, sequence, timestamp, ssrc, payload);
    send(leg, packet);
    sequence = sequence + 1 & 0xFFFF;
    timestamp += payload.length;
    marker = false;
    return packet;
  }

  void send(MediaLeg leg, Packet packet) {
    send(rtp, sealed(packet.bytes()), leg.port());
  }

  void send(DatagramSocket socket, byte[] bytes, int port) {
    try {
      socket.send(
          new DatagramPacket(bytes, bytes.length, InetAddress.ofLiteral("127.0.0.1"), port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A key, as phones press it: three packets while it is down, three when it comes up.
  List<Packet> key(int event) {
    var packets = new ArrayList<Packet>();
    for (int i = 1; i <= 6; i++) {
      int duration = 160 * Math.min(i, 4);
      byte end = (byte) (i >= 4 ? 0x8A : 0x0A);
      byte[] payload = {(byte) event, end, (byte) (duration >> 8), (byte) duration};
      packets.add(new Packet(i == 1, DIGITS, sequence, timestamp, ssrc, payload));
      sequence = sequence + 1 & 0xFFFF;
    }
    timestamp += 4 * 160;
    return packets;
  }

  Packet hear() {
    return Packet.of(opened(take(arrived)));
  }

  /// The first that fits; what comes before it is passed over.
  Packet hear(Predicate<Packet> wanted) {
    for (int i = 0; i < 500; i++) {
      var packet = hear();
      if (wanted.test(packet)) return packet;
    }
    throw new AssertionError("Nothing that fits came in 500 packets.");
  }

  List<Packet> hear(int count) {
    var packets = new ArrayList<Packet>();
    for (int i = 0; i < count; i++) packets.add(hear());
    return packets;
  }

  byte[] hearRaw() {
    return take(arrived);
  }

  byte[] hearReport() {
    return take(reports);
  }

  /// What waits already is forgotten.
  void forget() {
    arrived.clear();
  }

  boolean hearsNothingFor(long millis) {
    try {
      return arrived.poll(millis, TimeUnit.MILLISECONDS) == null;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static byte[] audio(List<Packet> packets) {
    var all =
        ByteBuffer.allocate(packets.stream().mapToInt(p -> p.payload.length).sum());
    packets.forEach(packet -> all.put(packet.payload));
    return all.array();
  }

  private static byte[] take(BlockingQueue<byte[]> from) {
    try {
      var bytes = from.poll(10, TimeUnit.SECONDS);
      assertThat(bytes).as("a packet within ten seconds").isNotNull();
      return bytes;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void listen(DatagramSocket socket, BlockingQueue<byte[]> into) {
    var packet = new DatagramPacket(new byte[2048], 2048);
    try {
      while (!socket.isClosed()) {
        packet.setLength(2048);
        socket.receive(packet);
        into.add(Arrays.copyOf(packet.getData(), packet.getLength()));
      }
    } catch (IOException e) {
      if (!socket.isClosed()) throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    rtp.close();
    rtcp.close();
  }
}
