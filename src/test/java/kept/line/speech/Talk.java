package kept.line.speech;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kept.line.rtp.G711;
import kept.line.rtp.Law;

/// Packets of a tone, each with its place on the call's timeline.
record Talk(long position, Law law, byte[] payload) {
  /// Milliseconds of a tone from a position on, 20 ms in a packet.
  static List<Talk> tone(double hertz, Law law, long position, int millis) {
    var samples = Hearing.tone(hertz, Law.RATE, millis * 8, 10000);
    var packets = new ArrayList<Talk>();
    for (int at = 0; at < samples.length; at += 160) {
      var payload = new byte[160];
      for (int i = 0; i < 160; i++) payload[i] = G711.encode(law, samples[at + i]);
      packets.add(new Talk(position + at, law, payload));
    }
    return packets;
  }

  /// As a leg hands it over: in a buffer that is used again, not from its beginning.
  void heardBy(Recording recording) {
    var buffer = buffer();
    recording.heard(position, law, buffer, 12, payload.length);
    Arrays.fill(buffer, (byte) 0);
  }

  void saidTo(Recording recording) {
    var buffer = buffer();
    recording.said(position, law, buffer, 12, payload.length);
    Arrays.fill(buffer, (byte) 0);
  }

  private byte[] buffer() {
    var buffer = new byte[1500];
    System.arraycopy(payload, 0, buffer, 12, payload.length);
    return buffer;
  }
}
