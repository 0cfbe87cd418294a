package kept.line.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The media threads allocate nothing for a packet. What they allocate each few seconds (the
/// dice of a report, the wheel when a leg comes) stays below four bytes a packet also where a busy
/// machine makes the seconds many; the smallest object for each packet would be sixteen.
@Timeout(60)
class AllocationWireTest {
  private static final int PACKETS = 4000;
  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

  private final Media media = MediaFixture.media();
  private final Ears ears = new Ears();

  @AfterEach
  void close() {
    media.close();
  }

  @Test
  void nothingForAPacketThatIsRelayedTranscodedAndTapped() throws Exception {
    assertThat(allocatedByRelaying(null)).isLessThan(4 * PACKETS);
  }

  @Test
  void nothingForAPacketThatIsDecryptedAndEncrypted() throws Exception {
    assertThat(allocatedByRelaying(keys())).isLessThan(4 * PACKETS);
  }

  @Test
  void nothingForAPacketThatIsPaced() throws Exception {
    try (var party = new DatagramSocket(0, HERE)) {
      for (int i = 0; i < 40; i++) {
        var leg = media.open(new RecordedMediaEvents());
        leg.agree(agreement(party, Law.PCMA, 10, i % 2 == 0 ? null : keys()));
        leg.tap(ears);
        leg.play(new Source.Clip(new Sound(Tones.sine(440, 1000)), true));
      }
      receive(party, PACKETS);
      long before = allocated();
      receive(party, PACKETS);

      assertThat(allocated() - before).isLessThan(4 * PACKETS);
    }
  }

  @Test
  void nothingForAPacketThatIsMixed() throws Exception {
    try (var party = new DatagramSocket(0, HERE);
        var speaker = new DatagramSocket(0, HERE)) {
      var one = media.open(new RecordedMediaEvents());
      var other = media.open(new RecordedMediaEvents());
      for (var leg : List.of(one, other)) leg.agree(agreement(speaker, Law.PCMU, 10, null));
      for (int i = 0; i < 40; i++) {
        var leg = media.open(new RecordedMediaEvents());
        leg.agree(agreement(party, Law.PCMA, 10, i % 2 == 0 ? null : keys()));
        leg.play(new Source.Mix(List.of(one, other)));
      }
      talk(speaker, party, List.of(one, other), 0);
      long before = allocated();
      talk(speaker, party, List.of(one, other), PACKETS);

      assertThat(allocated() - before).isLessThan(4 * PACKETS);
    }
  }

  /// Each says 10 ms for each that are heard by forty.
  private static void talk(
      DatagramSocket from, DatagramSocket to, List<MediaLeg> speakers, int first)
      throws IOException {
    var bytes = new byte[92];
    var said = new RtpPacket();
    for (int i = first; i < first + PACKETS; i += 40) {
      said.sequence = i / 40;
      said.timestamp = 2 * i;
      said.write(bytes);
      Arrays.fill(bytes, 12, 92, (byte) i);
      for (var leg : speakers) from.send(new DatagramPacket(bytes, bytes.length, HERE, leg.port()));
      receive(to, 40);
    }
  }

  private long allocatedByRelaying(SrtpKeys keys) throws Exception {
    try (var one = new DatagramSocket(0, HERE);
        var other = new DatagramSocket(0, HERE)) {
      var from = media.open(new RecordedMediaEvents());
      var to = media.open(new RecordedMediaEvents());
      from.agree(agreement(one, Law.PCMU, 20, keys));
      from.play(new Source.Peer(to));
      to.agree(agreement(other, Law.PCMA, 20, keys));
      to.play(new Source.Peer(from));
      from.tap(ears);
      to.tap(ears);
      var seals = keys == null ? null : new SrtpContext(keys.theirs(), 10);
      pump(one, other, from.port(), seals, 0);
      long before = allocated();
      pump(one, other, from.port(), seals, PACKETS);
      return allocated() - before;
    }
  }

  /// One at a time, so that none is lost on the way.
  private static void pump(
      DatagramSocket from, DatagramSocket to, int port, SrtpContext seals, int first)
      throws IOException {
    var bytes = new byte[182];
    var said = new RtpPacket();
    for (int i = first; i < first + PACKETS; i++) {
      said.sequence = i;
      said.timestamp = 160 * i;
      said.write(bytes);
      Arrays.fill(bytes, 12, 172, (byte) i);
      int length = seals == null ? 172 : seals.protect(bytes, 172);
      from.send(new DatagramPacket(bytes, length, HERE, port));
      receive(to, 1);
    }
  }

  /// Silence that was sent before the relay began may still be among them.
  private static void receive(DatagramSocket socket, int count) throws IOException {
    var packet = new DatagramPacket(new byte[2048], 2048);
    socket.setSoTimeout(10_000);
    for (int i = 0; i < count; i++) socket.receive(packet);
  }

  private static Agreement agreement(DatagramSocket party, Law law, int millis, SrtpKeys keys) {
    var there = new InetSocketAddress(HERE, party.getLocalPort());
    var reports = new InetSocketAddress(HERE, 9);
    return new Agreement(law, 101, millis, there, reports, Direction.SENDRECV, keys);
  }

  private static SrtpKeys keys() {
    var ours = new byte[30];
    ours[3] = 7;
    return new SrtpKeys(ours, new byte[30], 10);
  }

  private static long allocated() {
    var bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var ids = Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("line-"))
        .mapToLong(Thread::threadId)
        .toArray();
    assertThat(ids).hasSizeGreaterThanOrEqualTo(3);
    return Arrays.stream(bean.getThreadAllocatedBytes(ids)).sum();
  }

  /// A sink that, as it should, only counts.
  private static final class Ears implements Sink {
    long samples;

    @Override
    public void heard(long position, Law law, byte[] payload, int offset, int length) {
      samples += length;
    }

    @Override
    public void said(long position, Law law, byte[] payload, int offset, int length) {
      samples += length;
    }
  }
}
