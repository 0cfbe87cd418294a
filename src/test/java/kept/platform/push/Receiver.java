package kept.platform.push;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A browser's half of RFC 8291: it has the keys and reads what was sealed for it. Written from the
/// RFC with plain HMACs, apart from the code that it proves.
public final class Receiver {
  private final KeyPair pair;
  private final byte[] auth;

  Receiver(KeyPair pair, byte[] auth) {
    this.pair = pair;
    this.auth = auth.clone();
  }

  public static Receiver fresh() {
    var auth = new byte[16];
    new SecureRandom().nextBytes(auth);
    return new Receiver(Curve.freshPair(), auth);
  }

  public PushAddress address(String endpoint) {
    return new PushAddress(endpoint, base64(point()), base64(auth));
  }

  public String read(byte[] sealed) {
    var in = ByteBuffer.wrap(sealed);
    var salt = take(in, 16);
    var recordSize = in.getInt();
    var senderPoint = take(in, in.get());
    if (in.remaining() > recordSize) throw new IllegalStateException("More than one record.");
    var shared = Curve.agree(pair.getPrivate(), Curve.key(senderPoint));
    var keyInfo = PushCipher.join("WebPush: info\0".getBytes(US_ASCII), point(), senderPoint);
    var input = expand(hmac(auth, shared), keyInfo);
    var extracted = hmac(salt, input);
    var key = expand(extracted, "Content-Encoding: aes128gcm\0".getBytes(US_ASCII));
    var nonce = expand(extracted, "Content-Encoding: nonce\0".getBytes(US_ASCII));
    var plain = new String(open(take(in, in.remaining()), key, nonce), UTF_8);
    if (!plain.endsWith("\u0002")) throw new IllegalStateException("Not the last record.");
    return plain.substring(0, plain.length() - 1);
  }

  static PrivateKey privateKey(byte[] number) {
    try {
      var curve = ((ECPublicKey) Curve.freshPair().getPublic()).getParams();
      return KeyFactory.getInstance("EC")
          .generatePrivate(new ECPrivateKeySpec(new BigInteger(1, number), curve));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] point() {
    return Curve.point((ECPublicKey) pair.getPublic());
  }

  private static byte[] open(byte[] record, byte[] key, byte[] nonce) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(key, 0, 16, "AES"),
          new GCMParameterSpec(128, nonce, 0, 12));
      return cipher.doFinal(record);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// RFC 8291, section 3.4: one block is enough.
  private static byte[] expand(byte[] key, byte[] info) {
    return hmac(key, PushCipher.join(info, new byte[] {1}));
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] take(ByteBuffer from, int length) {
    var bytes = new byte[length];
    from.get(bytes);
    return bytes;
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
