package kept.line.rtp;

import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Keys that we press for the party, one after another (RFC 4733, section 2.5.1).
///
/// ```
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |     event     |E|R| volume    |          duration             |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// ```
/// Anyone may press; the claim of its [Outgoing] guards the rest.
final class Dialling {
  static final int MILLIS = 20;

  private static final String EVENTS = "0123456789*#ABCD";
  private static final int SAMPLES = MILLIS * Law.RATE / 1000;

  /// 160 ms of tone.
  private static final int LAST = 8;

  /// The last is sent three times, since its loss would be a key held down.
  private static final int PACKETS = LAST + 2;

  /// With 80 ms of quiet, within which the repetitions fall.
  private static final int BEATS = 12;

  /// -10 dBm0, as loud as keys are.
  private static final int VOLUME = 10;

  private final Queue<Character> waiting = new ConcurrentLinkedQueue<>();
  private int event = -1;
  private int beat;
  private long start;

  void press(String keys) {
    for (char key : keys.toUpperCase(Locale.ROOT).toCharArray())
      if (EVENTS.indexOf(key) >= 0) waiting.add(key);
  }

  void forget() {
    waiting.clear();
    event = -1;
  }

  boolean isBusy() {
    return event >= 0 || !waiting.isEmpty();
  }

  /// Says the next 20 ms of the key; false when these pass in silence.
  boolean next(Stream stream, Scratch scratch, int payloadType, long elapsed) {
    if (event < 0) begin(stream, elapsed);
    boolean says = beat < PACKETS;
    if (says) write(scratch, payloadType, stream.sequence());
    if (++beat < BEATS) return says;
    event = -1;
    stream.reach(start + (long) BEATS * SAMPLES);
    return says;
  }

  private void begin(Stream stream, long elapsed) {
    var key = waiting.poll();
    event = key == null ? 0 : EVENTS.indexOf(key);
    beat = 0;
    start = stream.seam(elapsed);
  }

  private void write(Scratch scratch, int payloadType, long sequence) {
    int duration = Math.min(beat + 1, LAST) * SAMPLES;
    var packet = scratch.said;
    packet.marker = beat == 0;
    packet.payloadType = payloadType;
    packet.index = sequence;
    packet.position = start;
    packet.length = 4;
    var out = scratch.out;
    out[RtpPacket.HEADER] = (byte) event;
    out[RtpPacket.HEADER + 1] = (byte) (beat + 1 >= LAST ? 0x80 | VOLUME : VOLUME);
    out[RtpPacket.HEADER + 2] = (byte) (duration >> 8);
    out[RtpPacket.HEADER + 3] = (byte) duration;
  }
}
