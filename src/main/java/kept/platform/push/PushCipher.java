package kept.platform.push;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals a message for one browser (RFC 8291) as one record of `aes128gcm` (RFC 8188):
///
/// ```
/// +-----------+--------+-----------+---------------+-------------------+
/// | salt (16) | rs (4) | idlen (1) | keyid (idlen) | sealed record     |
/// +-----------+--------+-----------+---------------+-------------------+
/// ```
///
/// The key id is the public key that was made for this one message. Pure but for its dice.
final class PushCipher {
  /// RFC 8030, section 7.2: a push service has to take this much, sealed.
  static final int LARGEST = 4096;
  /// 86 bytes of head, one that ends the record, 16 of proof.
  static final int LARGEST_PLAIN = LARGEST - 86 - 1 - 16;
  private static final int SALT_BYTES = 16;
  private static final int KEY_BYTES = 16;
  private static final int NONCE_BYTES = 12;
  private static final byte LAST_RECORD = 2;
  private static final SecureRandom RANDOM = new SecureRandom();

  private PushCipher() {}

  static byte[] seal(byte[] plain, PushAddress to) {
    var salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return seal(plain, to, Curve.freshPair(), salt);
  }

  static byte[] seal(byte[] plain, PushAddress to, KeyPair ours, byte[] salt) {
    if (plain.length > LARGEST_PLAIN)
      throw new IllegalStateException("A push of " + plain.length + " bytes is too long.");
    var ourPoint = Curve.point((ECPublicKey) ours.getPublic());
    var theirPoint = to.publicKey();
    var shared = Curve.agree(ours.getPrivate(), Curve.key(theirPoint));
    var keyInfo = join("WebPush: info\0".getBytes(US_ASCII), theirPoint, ourPoint);
    var input = derive(to.secret(), shared, keyInfo, 32);
    var key = derive(salt, input, "Content-Encoding: aes128gcm\0".getBytes(US_ASCII), KEY_BYTES);
    var nonce = derive(salt, input, "Content-Encoding: nonce\0".getBytes(US_ASCII), NONCE_BYTES);
    var record = encrypt(Arrays.copyOf(plain, plain.length + 1), plain.length, key, nonce);
    return ByteBuffer.allocate(SALT_BYTES + 4 + 1 + ourPoint.length + record.length)
        .put(salt)
        .putInt(LARGEST)
        .put((byte) ourPoint.length)
        .put(ourPoint)
        .put(record)
        .array();
  }

  private static byte[] encrypt(byte[] padded, int end, byte[] key, byte[] nonce) {
    padded[end] = LAST_RECORD;
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
      return cipher.doFinal(padded);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// HKDF with SHA-256 (RFC 5869): extract with the salt, expand with the info.
  static byte[] derive(byte[] salt, byte[] input, byte[] info, int length) {
    try {
      var parameters =
          HKDFParameterSpec.ofExtract().addIKM(input).addSalt(salt).thenExpand(info, length);
      return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] join(byte[]... parts) {
    var length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    var joined = ByteBuffer.allocate(length);
    for (var part : parts) joined.put(part);
    return joined.array();
  }
}
