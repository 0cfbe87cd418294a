package kept.line.rtp;

/// The packet at hand: its header as fields, read anew for each packet, and where it belongs.
///
/// ```
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |V=2|P|X|  CC   |M|     PT      |       sequence number         |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |                           timestamp                           |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |           synchronization source (SSRC) identifier            |
/// +=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+=+
/// ```
/// (RFC 3550, section 5.1.) One media thread owns it.
final class RtpPacket {
  static final int HEADER = 12;

  boolean marker;
  int payloadType;
  int sequence;
  int timestamp;
  int ssrc;

  /// Where the payload lies in the buffer, without CSRCs, extension and padding.
  int offset;

  int length;

  /// Place in the stream, counted on over wraps and restarts.
  long index;

  /// Samples since the leg opened.
  long position;

  /// Nothing before it counts: a new SSRC, a jump in numbers.
  boolean restarts;

  PayloadKind kind = PayloadKind.UNKNOWN;

  /// The key that it tells of first, or 0.
  char key;

  /// Of audio.
  Law law = Law.PCMU;

  /// The fixed part only, which SRTP leaves in the clear. False when these bytes are no RTP.
  boolean readHeader(byte[] bytes, int size) {
    if (size < HEADER || (bytes[0] & 0xC0) != 0x80) return false;
    marker = (bytes[1] & 0x80) != 0;
    payloadType = bytes[1] & 0x7F;
    sequence = Bytes.get16(bytes, 2);
    timestamp = Bytes.get32(bytes, 4);
    ssrc = Bytes.get32(bytes, 8);
    return true;
  }

  /// All of it, in the clear. False when a length in it points outside.
  boolean read(byte[] bytes, int size) {
    if (!readHeader(bytes, size)) return false;
    offset = HEADER + 4 * (bytes[0] & 0x0F);
    if ((bytes[0] & 0x10) != 0) {
      if (offset + 4 > size) return false;
      offset += 4 + 4 * Bytes.get16(bytes, offset + 2);
    }
    int padding = (bytes[0] & 0x20) != 0 ? bytes[size - 1] & 0xFF : 0;
    length = size - offset - padding;
    return length >= 0 && ((bytes[0] & 0x20) == 0 || padding > 0);
  }

  /// The fixed part; the payload follows at once.
  void write(byte[] bytes) {
    bytes[0] = (byte) 0x80;
    bytes[1] = (byte) (marker ? payloadType | 0x80 : payloadType);
    Bytes.put16(bytes, 2, sequence);
    Bytes.put32(bytes, 4, timestamp);
    Bytes.put32(bytes, 8, ssrc);
  }
}
