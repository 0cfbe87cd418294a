package kept.line.rtp;

/// The cryptographic context of one way of an RTP stream (RFC 3711, section 3.2): AES_CM_128 with
/// HMAC_SHA1_80 or _32.
///
/// ```
/// +----------------------------+---------------------------------+----------------+
/// | RTP header, CSRCs, extension | payload, padding (encrypted)  | tag: 10 or 4   |
/// +----------------------------+---------------------------------+----------------+
/// |<------------------- authenticated, with the ROC behind ------>|
/// ```
///
/// A master key belongs to one context for as long as it is used: a second context of the same
/// key would begin its rollover counter again and encrypt two packets with one key stream.
/// Where the keys of a new [Agreement] are those of the old, the context stays ([Secrets#of]).
/// A stream that we send starts below sequence 2^15, or a receiver who misses its first packets
/// guesses the counter wrong. Nothing is allocated for a packet, but for the first of an SSRC.
/// Not for several threads.
final class SrtpContext {
  /// 2^48 packets for one key (section 9.2): the last index.
  static final long LAST_INDEX = (1L << 48) - 1;

  private static final int HEADER = 12;

  private final int tagBytes;
  private final SrtpCipher cipher;
  private final ReplayLists streams = new ReplayLists();
  private final byte[] tag = new byte[10];

  /// @param master 16 bytes of key, 14 of salt
  /// @param tagBytes 10 or 4
  SrtpContext(byte[] master, int tagBytes) {
    this.tagBytes = tagBytes;
    cipher = new SrtpCipher(master, SrtpCipher.RTP);
  }

  /// Encrypts and signs where the packet lies. The new length, or -1 for what is no RTP, has
  /// no room for the tag, would use a sequence number twice, or outlives the key.
  int protect(byte[] packet, int length) {
    int header = headerLength(packet, length);
    if (header < 0 || packet.length - length < tagBytes) return -1;
    int ssrc = Bytes.get32(packet, 8);
    long index = freshIndex(ssrc, Bytes.get16(packet, 2));
    if (index < 0) return -1;
    cipher.crypt(packet, header, length - header, ssrc, index);
    cipher.sign(packet, length, (int) (index >>> 16), packet, length, tagBytes);
    streams.use(ssrc, index);
    return length + tagBytes;
  }

  /// Checks and decrypts where the packet lies. The length without the tag, or -1 for a packet
  /// that is no RTP, is not theirs, or came before. What is refused is left as it was and
  /// changes nothing.
  int open(byte[] packet, int length) {
    int clear = length - tagBytes;
    int header = headerLength(packet, clear);
    if (header < 0) return -1;
    int ssrc = Bytes.get32(packet, 8);
    long index = freshIndex(ssrc, Bytes.get16(packet, 2));
    if (index < 0) return -1;
    cipher.sign(packet, clear, (int) (index >>> 16), tag, 0, tagBytes);
    if (!SrtpCipher.isSame(tag, packet, clear, tagBytes)) return -1;
    cipher.crypt(packet, header, clear - header, ssrc, index);
    streams.use(ssrc, index);
    return clear;
  }

  private long freshIndex(int ssrc, int sequence) {
    var stream = streams.find(ssrc);
    if (stream == null) return streams.isFull() ? -1 : sequence;
    long index = guess(stream.highest(), sequence);
    return index >= 0 && index <= LAST_INDEX && stream.isFresh(index) ? index : -1;
  }

  /// Section 3.3.1: the index nearest the highest one. Negative before the stream's beginning.
  static long guess(long highest, int sequence) {
    long rollover = highest >>> 16;
    int last = (int) highest & 0xFFFF;
    if (last < 0x8000 && sequence - last > 0x8000) rollover--;
    else if (last >= 0x8000 && last - 0x8000 > sequence) rollover++;
    return rollover << 16 | sequence;
  }

  /// Where the payload begins, or -1 where these bytes are no RTP that we can carry.
  private static int headerLength(byte[] packet, int length) {
    if (length < HEADER || length > SrtpCipher.LONGEST || length > packet.length) return -1;
    if ((packet[0] & 0xC0) != 0x80) return -1;
    int header = HEADER + 4 * (packet[0] & 0x0F);
    if ((packet[0] & 0x10) != 0) {
      if (header + 4 > length) return -1;
      header += 4 + 4 * Bytes.get16(packet, header + 2);
    }
    return header <= length ? header : -1;
  }
}
