package kept.line.rtp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/// An agreement in force: with its latches, and its keys ready for use.
final class Terms {
  private static final int COMFORT_NOISE = 13;

  private final Agreement agreement;
  private final Latch rtp;
  private final Latch rtcp;
  private final @Nullable Secrets secrets;

  private Terms(Agreement agreement, @Nullable InetAddress signalling, @Nullable Secrets before) {
    this.agreement = agreement;
    secrets = Secrets.of(agreement.srtp(), before);
    rtp = new Latch(agreement.rtp(), signalling);
    rtcp = new Latch(agreement.rtcp(), signalling);
  }

  static Terms of(Agreement agreement, @Nullable InetAddress signalling, @Nullable Terms before) {
    var terms = new Terms(agreement, signalling, before == null ? null : before.secrets);
    if (before != null && before.agreement.rtp().equals(agreement.rtp()))
      terms.rtp.sendsWhere(before.rtp);
    return terms;
  }

  Agreement agreement() {
    return agreement;
  }

  Latch rtp() {
    return rtp;
  }

  Latch rtcp() {
    return rtcp;
  }

  /// Encrypts where the keys say so. The new length, or negative: then it must not be sent.
  int seal(byte[] packet, int length) {
    return secrets == null ? length : secrets.ours().protect(packet, length);
  }

  /// Decrypts where the keys say so. The new length, or negative for what is not theirs.
  int open(byte[] packet, int length) {
    return secrets == null ? length : secrets.theirs().open(packet, length);
  }

  int sealReport(byte[] packet, int length) {
    return secrets == null ? length : secrets.ourReports().protect(packet, length);
  }

  int openReport(byte[] packet, int length) {
    return secrets == null ? length : secrets.theirReports().open(packet, length);
  }

  boolean sends() {
    return agreement.direction().sends();
  }

  boolean receives() {
    return agreement.direction().receives();
  }

  PayloadKind kind(int payloadType) {
    if (payloadType == agreement.digitsHeard()) return PayloadKind.DIGITS;
    if (payloadType == COMFORT_NOISE) return PayloadKind.NOISE;
    return law(payloadType) == null ? PayloadKind.UNKNOWN : PayloadKind.AUDIO;
  }

  /// Either law is taken under its static number, whichever was agreed: they may change over
  /// between packets where both were offered (RFC 3264, section 7).
  @Nullable
  Law law(int payloadType) {
    if (payloadType == agreement.payloadType()) return agreement.law();
    if (payloadType == Law.PCMU.payloadType()) return Law.PCMU;
    return payloadType == Law.PCMA.payloadType() ? Law.PCMA : null;
  }

  /// Where our reports go: where theirs come from, else where they said; but where their audio
  /// proved to come from elsewhere, what they said of reports is as wrong.
  @Nullable
  InetSocketAddress rtcpTarget() {
    var heardFrom = rtp.target();
    if (heardFrom == null
        || !rtcp.isOpen()
        || heardFrom.getAddress().equals(agreement.rtp().getAddress())) return rtcp.target();
    return new InetSocketAddress(heardFrom.getAddress(), heardFrom.getPort() + 1);
  }
}
