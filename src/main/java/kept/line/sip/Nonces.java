package kept.line.sip;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The nonces of our challenges (RFC 7616 5.4): a time, chance, and a seal over both and over
/// the address they were given to. A nonce costs no memory until its first right answer; from
/// then on its counts are watched. Threads may share it; the object's own lock guards the
/// counts.
final class Nonces {

  /// How long a nonce is good for; a phone meets a stale one about once in a registration.
  static final Duration LIFE = Duration.ofMinutes(5);

  /// The most nonces whose counts are watched: many times the phones of a large shop.
  static final int MOST_WATCHED = 10_000;

  private static final int CHANCE_BYTES = 8;
  private static final int SEAL_BYTES = 16;
  private static final int PLAIN_BYTES = Long.BYTES + CHANCE_BYTES;

  private final byte[] secret;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Long> counts = new LinkedHashMap<>();

  /// What was born before this may have been forgotten, and is stale.
  private long floor = Long.MIN_VALUE;

  Nonces(byte[] secret, InstantSource clock) {
    this.secret = secret.clone();
    this.clock = clock;
  }

  String fresh(InetAddress source) {
    var chance = new byte[CHANCE_BYTES];
    random.nextBytes(chance);
    var plain = ByteBuffer.allocate(PLAIN_BYTES)
        .putLong(clock.instant().toEpochMilli())
        .put(chance)
        .array();
    var sealed = ByteBuffer.allocate(PLAIN_BYTES + SEAL_BYTES).put(plain).put(seal(plain, source));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.array());
  }

  /// Whether we gave this nonce to this address, a short while ago, and this count is a new
  /// one. Only to be asked when the answer was right: asking uses the count up.
  synchronized boolean use(String nonce, long count, InetAddress source) {
    var born = born(nonce, source);
    var now = clock.instant();
    if (born == Long.MIN_VALUE || born <= floor) return false;
    if (Instant.ofEpochMilli(born).plus(LIFE).isBefore(now)) return false;
    if (count <= counts.getOrDefault(nonce, 0L)) return false;
    counts.put(nonce, count);
    forgetOldest(now);
    return true;
  }

  private void forgetOldest(Instant now) {
    var eldest = counts.keySet().iterator();
    while (eldest.hasNext()) {
      var nonce = eldest.next();
      var born = ByteBuffer.wrap(decoded(nonce)).getLong();
      var over = Instant.ofEpochMilli(born).plus(LIFE).isBefore(now);
      if (!over && counts.size() <= MOST_WATCHED) return;
      floor = Math.max(floor, born);
      eldest.remove();
    }
  }

  /// The time in a nonce of ours, or the least of all when it is not ours.
  private long born(String nonce, InetAddress source) {
    var bytes = decoded(nonce);
    if (bytes.length != PLAIN_BYTES + SEAL_BYTES) return Long.MIN_VALUE;
    var plain = Arrays.copyOf(bytes, PLAIN_BYTES);
    var seal = Arrays.copyOfRange(bytes, PLAIN_BYTES, bytes.length);
    if (!MessageDigest.isEqual(seal, seal(plain, source))) return Long.MIN_VALUE;
    return ByteBuffer.wrap(plain).getLong();
  }

  private static byte[] decoded(String nonce) {
    try {
      return Base64.getUrlDecoder().decode(nonce.getBytes(UTF_8));
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private byte[] seal(byte[] plain, InetAddress source) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update(plain);
      return Arrays.copyOf(mac.doFinal(source.getAddress()), SEAL_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
