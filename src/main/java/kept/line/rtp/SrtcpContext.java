package kept.line.rtp;

/// The context of one way of RTCP (RFC 3711, section 3.4). Its tag has 10 bytes in both suites
/// (RFC 4568, section 6.2).
///
/// ```
/// +------------------+-------------------------+-+--------------+--------+
/// | first 8 bytes    | the rest (encrypted)    |E| SRTCP index  | tag    |
/// +------------------+-------------------------+-+--------------+--------+
/// |<----------------------- authenticated ---------------------->|
/// ```
///
/// What is not encrypted (E is 0) is refused: we never agree to that. Not for several threads.
final class SrtcpContext {
  /// 2^31 packets for one key (section 9.2): the last index.
  static final int LAST_INDEX = Integer.MAX_VALUE;

  private static final int HEADER = 8;
  private static final int INDEX = 4;
  private static final int TAG = 10;
  private static final int ENCRYPTED = 1 << 31;

  private final SrtpCipher cipher;
  private final ReplayLists streams = new ReplayLists();
  private final byte[] tag = new byte[TAG];
  private long next;

  SrtcpContext(byte[] master) {
    cipher = new SrtpCipher(master, SrtpCipher.RTCP);
  }

  /// Encrypts and signs where the packet lies. The new length, or -1 for what is no RTCP, has
  /// no room, or outlives the key.
  int protect(byte[] packet, int length) {
    if (!isRtcp(packet, length) || packet.length - length < INDEX + TAG) return -1;
    if (next > LAST_INDEX) return -1;
    int index = (int) next++;
    cipher.crypt(packet, HEADER, length - HEADER, Bytes.get32(packet, 4), index);
    Bytes.put32(packet, length, ENCRYPTED | index);
    cipher.sign(packet, length + INDEX, packet, length + INDEX, TAG);
    return length + INDEX + TAG;
  }

  /// Checks and decrypts where the packet lies. Its length as RTCP, or -1 for one that is not
  /// theirs or came before, which is left as it was.
  int open(byte[] packet, int length) {
    int clear = length - INDEX - TAG;
    if (length > packet.length || !isRtcp(packet, clear)) return -1;
    int word = Bytes.get32(packet, clear);
    int index = word & ~ENCRYPTED;
    int ssrc = Bytes.get32(packet, 4);
    var stream = streams.find(ssrc);
    if (word >= 0 || (stream == null ? streams.isFull() : !stream.isFresh(index))) return -1;
    cipher.sign(packet, clear + INDEX, tag, 0, TAG);
    if (!SrtpCipher.isSame(tag, packet, clear + INDEX, TAG)) return -1;
    cipher.crypt(packet, HEADER, clear - HEADER, ssrc, index);
    streams.use(ssrc, index);
    return clear;
  }

  private static boolean isRtcp(byte[] packet, int length) {
    return length >= HEADER
        && length <= SrtpCipher.LONGEST
        && length <= packet.length
        && (packet[0] & 0xC0) == 0x80;
  }
}
