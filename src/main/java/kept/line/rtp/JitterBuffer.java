package kept.line.rtp;

import java.util.Arrays;

/// Keeps back what one party says for 40 ms, so that what comes in fits and starts is read
/// evenly. What is missing then is silence, what comes later is left out.
///
/// Packets are placed by the speaker's clock and read by the listener's. How far the two are
/// apart is settled by the first packet, and again by the first after a silence, or where more
/// waits than any jitter explains: then one clock is faster, or the machine stood still. One
/// thread owns it.
final class JitterBuffer {
  /// 40 ms: two packets.
  static final int DELAY = 320;

  /// 120 ms.
  static final int MOST = 960;

  /// A power of two, above all that may wait: MOST and a packet of 120 ms.
  private static final int SIZE = 2048;

  private final short[] samples = new short[SIZE];
  private long shift;
  private long read;
  private long end;

  /// Keeps a packet; `now` is where the next [#addTo] reads.
  void keep(long now, RtpPacket packet, byte[] bytes) {
    passTo(now);
    if (end <= now) shift = now + DELAY - packet.position;
    if (packet.position + shift > now + MOST) startAnew(now, packet);
    long start = packet.position + shift;
    for (int i = (int) Math.max(0, now - start); i < packet.length; i++)
      samples[at(start + i)] = G711.decode(packet.law, bytes[packet.offset + i]);
    end = Math.max(end, start + packet.length);
  }

  private void startAnew(long now, RtpPacket packet) {
    Arrays.fill(samples, (short) 0);
    shift = now + DELAY - packet.position;
    end = now;
  }

  /// Adds what was said to the sum. `now` never goes back; what it passes over is not
  /// heard.
  void addTo(int[] sum, long now, int length) {
    passTo(now);
    for (int i = 0; i < length; i++) {
      int at = at(now + i);
      sum[i] += samples[at];
      samples[at] = 0;
    }
    read = now + length;
  }

  /// Only from `read` to `end` is there anything but silence.
  private void passTo(long now) {
    for (; read < Math.min(now, end); read++) samples[at(read)] = 0;
    read = now;
  }

  private static int at(long position) {
    return (int) (position & (SIZE - 1));
  }
}
