package kept.line.rtp;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// One party's part in a mix: its packets on their way from the loop that reads them to the
/// pacer that mixes.
///
/// A ring of fixed size between the two, without a lock: only the loop moves its head, only
/// the pacer its tail. Where the pacer does not keep up the packet is lost, as the net might
/// lose it.
final class Voice implements Listener {
  /// 320 ms at 20 ms a packet.
  private static final int PACKETS = 16;

  private final MediaLeg leg;
  private final Consumer<String> keys;
  private final RtpPacket[] packets = new RtpPacket[PACKETS];
  private final byte[][] bytes = new byte[PACKETS][Incoming.MAX_AUDIO];
  private final AtomicLong head = new AtomicLong();
  private final AtomicLong tail = new AtomicLong();
  private final JitterBuffer waiting = new JitterBuffer();

  /// Of this party; what it presses is given to `keys`.
  Voice(MediaLeg leg, Consumer<String> keys) {
    this.leg = leg;
    this.keys = keys;
    for (int i = 0; i < PACKETS; i++) packets[i] = new RtpPacket();
  }

  MediaLeg leg() {
    return leg;
  }

  /// Until [#rest] it hears the party; a party that is gone says nothing.
  void listen() {
    leg.listeners().add(this);
  }

  void rest() {
    leg.listeners().remove(this);
  }

  @Override
  public void hear(MediaLeg from, Scratch scratch) {
    var packet = scratch.heard;
    if (packet.kind == PayloadKind.AUDIO) take(packet, scratch.in);
    if (packet.key != 0) keys.accept(String.valueOf(packet.key));
  }

  void take(RtpPacket packet, byte[] from) {
    long free = head.get();
    if (free - tail.get() == PACKETS) return;
    int slot = (int) (free % PACKETS);
    System.arraycopy(from, packet.offset, bytes[slot], 0, packet.length);
    var kept = packets[slot];
    kept.offset = 0;
    kept.length = packet.length;
    kept.position = packet.position;
    kept.law = packet.law;
    head.set(free + 1);
  }

  @Override
  public void lose(MediaLeg lost) {}

  /// On the pacer.
  void addTo(int[] sum, long now, int length) {
    long last = head.get();
    for (long next = tail.get(); next < last; next++) {
      int slot = (int) (next % PACKETS);
      waiting.keep(now, packets[slot], bytes[slot]);
      tail.set(next + 1);
    }
    waiting.addTo(sum, now, length);
  }
}
