package kept.line.rtp;

import java.nio.charset.StandardCharsets;

/// The reports of one leg's stream (RFC 3550, section 6): ours are built, theirs are read.
///
/// Times are NTP in 64 bits ([#ntp]). A packet that breaks appendix A.2 is counted and else as
/// if it had not come. One thread owns it; others may read the figures. Nothing is allocated
/// for a packet.
final class Rtcp {
  /// The longest that we build: sender report with one block, CNAME, BYE.
  static final int LONGEST = 128;

  private static final int SR = 200;
  private static final int RR = 201;
  private static final int SDES = 202;
  private static final int BYE = 203;
  private static final int CNAME = 1;

  /// Seconds from 1900 to 1970.
  private static final long EPOCH = 2_208_988_800L;

  /// Section 6.2: the least interval; the correction of the timer's bias, e - 3/2 (A.7).
  private static final double INTERVAL_NANOS = 5e9;

  private static final double COMPENSATION = Math.E - 1.5;

  /// 30 seconds: nobody waits so long for an answer on the telephone.
  private static final int LONGEST_TRIP = 30 << 16;

  private final int ssrc;
  private final byte[] cname;
  private int timestamp;
  private long packets;
  private long octets;
  private long packetsAtLast;
  private long packetsBeforeLast;
  private int lastReport;
  private long lastReportCame;
  private double roundTripMillis;
  private int lostThere;
  private int fractionLostThere;
  private long malformed;
  private boolean left;

  /// @param cname at most 32 letters of ASCII that name nobody (RFC 7022)
  Rtcp(int ssrc, String cname) {
    if (cname.isEmpty() || cname.length() > 32)
      throw new IllegalArgumentException("A CNAME is short.");
    this.ssrc = ssrc;
    this.cname = cname.getBytes(StandardCharsets.US_ASCII);
  }

  static long ntp(long epochNanos) {
    long seconds = Math.floorDiv(epochNanos, 1_000_000_000L);
    long nanos = Math.floorMod(epochNanos, 1_000_000_000L);
    return (seconds + EPOCH) << 32 | (nanos << 32) / 1_000_000_000L;
  }

  /// How long until the next report, for two members (section 6.3, appendix A.7).
  ///
  /// @param random 0 to 1
  static long intervalNanos(boolean first, double random) {
    double least = first ? INTERVAL_NANOS / 2 : INTERVAL_NANOS;
    return (long) (least * (random + 0.5) / COMPENSATION);
  }

  /// Our stream as it stands, to be said before a report.
  ///
  /// @param timestamp of our stream at the time of the report
  void said(int timestamp, long packets, long octets) {
    this.timestamp = timestamp;
    this.packets = packets;
    this.octets = octets;
  }

  /// Builds a compound packet: a sender report, or a receiver report where nothing was sent
  /// since the report before last (section 6.4), with what we hear, and our CNAME.
  ///
  /// @param now NTP time
  /// @return its length
  int report(byte[] to, long now, Reception heard) {
    boolean sends = packets > packetsBeforeLast;
    packetsBeforeLast = packetsAtLast;
    packetsAtLast = packets;
    int blocks = heard.isHearing() ? 1 : 0;
    int at = sends ? 28 : 8;
    if (sends) senderInfo(to, now);
    if (blocks == 1) heard.report(to, at, lastReport, sinceLastReport(now));
    at += blocks * Reception.BLOCK;
    header(to, 0, blocks, sends ? SR : RR, at);
    Bytes.put32(to, 4, ssrc);
    return describe(to, at);
  }

  private void senderInfo(byte[] to, long now) {
    Bytes.put32(to, 8, (int) (now >>> 32));
    Bytes.put32(to, 12, (int) now);
    Bytes.put32(to, 16, timestamp);
    Bytes.put32(to, 20, (int) packets);
    Bytes.put32(to, 24, (int) octets);
  }

  /// DLSR: 0 where no sender report came.
  private int sinceLastReport(long now) {
    return lastReport == 0 ? 0 : (int) ((now - lastReportCame) >>> 16);
  }

  /// SDES with one chunk; its items end with a zero and fill the last word (section 6.5).
  private int describe(byte[] to, int at) {
    int items = 2 + cname.length;
    int end = at + 8 + (items / 4 + 1) * 4;
    header(to, at, 1, SDES, end - at);
    Bytes.put32(to, at + 4, ssrc);
    to[at + 8] = CNAME;
    to[at + 9] = (byte) cname.length;
    System.arraycopy(cname, 0, to, at + 10, cname.length);
    for (int i = at + 8 + items; i < end; i++) to[i] = 0;
    return end;
  }

  /// Adds our goodbye (section 6.6) to a report.
  int goodbye(byte[] to, int at) {
    header(to, at, 1, BYE, 8);
    Bytes.put32(to, at + 4, ssrc);
    return at + 8;
  }

  private static void header(byte[] to, int at, int count, int type, int bytes) {
    to[at] = (byte) (0x80 | count);
    to[at + 1] = (byte) type;
    Bytes.put16(to, at + 2, bytes / 4 - 1);
  }

  /// Takes their compound packet. False where it breaks the rules.
  ///
  /// @param now NTP time at which it came
  boolean read(byte[] packet, int length, long now) {
    if (!isCompound(packet, length)) {
      malformed++;
      return false;
    }
    for (int at = 0; at < length; at += size(packet, at)) {
      int type = packet[at + 1] & 0xFF;
      if (type == SR) senderReport(packet, at, now);
      if (type == SR) blocks(packet, at, at + 28, now);
      if (type == RR) blocks(packet, at, at + 8, now);
      if (type == BYE) left = true;
    }
    return true;
  }

  /// Appendix A.2, and that each packet has room for what it counts.
  private static boolean isCompound(byte[] packet, int length) {
    if (length < 8 || length > packet.length) return false;
    int first = packet[1] & 0xFF;
    if ((first != SR && first != RR) || (packet[0] & 0x20) != 0) return false;
    int at = 0;
    while (at + 4 <= length) {
      int size = size(packet, at);
      if ((packet[at] & 0xC0) != 0x80 || size > length - at || size < least(packet, at))
        return false;
      boolean padded = (packet[at] & 0x20) != 0;
      at += size;
      if (padded) return at == length && isPadding(packet[length - 1] & 0xFF, size);
    }
    return at == length;
  }

  private static boolean isPadding(int bytes, int size) {
    return bytes > 0 && bytes % 4 == 0 && bytes <= size - 4;
  }

  private static int size(byte[] packet, int at) {
    return 4 * (Bytes.get16(packet, at + 2) + 1);
  }

  private static int least(byte[] packet, int at) {
    int count = packet[at] & 0x1F;
    return switch (packet[at + 1] & 0xFF) {
      case SR -> 28 + count * Reception.BLOCK;
      case RR -> 8 + count * Reception.BLOCK;
      case BYE -> 4 + 4 * count;
      default -> 4;
    };
  }

  private void senderReport(byte[] packet, int at, long now) {
    lastReport = Bytes.get32(packet, at + 10);
    lastReportCame = now;
  }

  private void blocks(byte[] packet, int at, int first, long now) {
    int count = packet[at] & 0x1F;
    for (int block = first; count > 0; count--, block += Reception.BLOCK)
      if (Bytes.get32(packet, block) == ssrc) block(packet, block, now);
  }

  /// Round trip = A - LSR - DLSR, in 1/65536 s (section 6.4.1, figure 2).
  private void block(byte[] packet, int at, long now) {
    lostThere = Bytes.get32(packet, at + 4) << 8 >> 8;
    fractionLostThere = packet[at + 4] & 0xFF;
    int report = Bytes.get32(packet, at + 16);
    if (report == 0) return;
    int units = (int) (now >>> 16) - report - Bytes.get32(packet, at + 20);
    // Clocks that step and reports that lie are no round trip.
    if (units < 0 || units > LONGEST_TRIP) return;
    roundTripMillis = units * 1000.0 / 65536;
  }

  /// 0 when unknown.
  double roundTripMillis() {
    return roundTripMillis;
  }

  /// Packets of ours that did not reach them, by their last report; negative by duplicates.
  int lostThere() {
    return lostThere;
  }

  /// The part of the last interval's packets that did not reach them, 0 to 1.
  double lossThere() {
    return fractionLostThere / 256.0;
  }

  long malformed() {
    return malformed;
  }

  /// Whether they said goodbye.
  boolean hasLeft() {
    return left;
  }
}
