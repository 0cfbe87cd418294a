package kept.team;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The codes of a code app: RFC 6238 over RFC 4226 with what every app takes for granted, which is
/// SHA-1, six digits and half a minute. Pure.
final class Totp {
  private static final int STEP_SECONDS = 30;
  private static final int DIGITS = 6;
  private static final int MODULUS = 1_000_000;
  /// RFC 6238, section 5.2: one step either way for a clock that is off and a code typed late.
  private static final int DRIFT = 1;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Totp() {}

  /// The step whose code this is, later than `last`: a code that was seen does not work again.
  static OptionalLong stepOf(String typed, byte[] secret, Instant now, long last) {
    var code = typed.replaceAll("\\s", "");
    if (code.length() != DIGITS) return OptionalLong.empty();
    var step = stepAt(now);
    return LongStream.rangeClosed(step - DRIFT, step + DRIFT)
        .filter(each -> each > last && isCode(code, secret, each))
        .findFirst();
  }

  static long stepAt(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
  }

  /// RFC 4226, section 5.3.
  static String code(byte[] secret, long step) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      var offset = hash[hash.length - 1] & 0xf;
      var truncated = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
      return String.format(Locale.ROOT, "%06d", truncated % MODULUS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A secret as apps take it when it is typed (RFC 4648, section 6), without padding.
  static String base32(byte[] secret) {
    var text = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (var each : secret) {
      held = (held << 8) | (each & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(BASE32.charAt((held >> bits) & 31));
      }
    }
    if (bits > 0) text.append(BASE32.charAt((held << (5 - bits)) & 31));
    return text.toString();
  }

  private static boolean isCode(String typed, byte[] secret, long step) {
    return MessageDigest.isEqual(typed.getBytes(US_ASCII), code(secret, step).getBytes(US_ASCII));
  }
}
