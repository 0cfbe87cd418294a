package kept.line.rtp;

/// RTP packets for tests, in buffers with room for a tag.
final class Packets {
  static final int LENGTH = 172;

  private Packets() {}

  static byte[] rtp(int ssrc, int sequence) {
    var packet = new byte[LENGTH + 14];
    packet[0] = (byte) 0x80;
    Bytes.put16(packet, 2, sequence);
    Bytes.put32(packet, 4, 160 * sequence);
    Bytes.put32(packet, 8, ssrc);
    for (int i = 12; i < LENGTH; i++) packet[i] = (byte) (i + sequence);
    return packet;
  }
}
