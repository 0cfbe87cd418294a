package kept.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The digest that names content here: SHA-256 (FIPS 180-4), 32 bytes. Secrets are hashed by
/// [Secrets], under a key.
public final class Sha256 {
  private Sha256() {}

  /// Of these parts as if they were one.
  public static byte[] of(byte[]... parts) {
    var digest = fresh();
    for (var part : parts) digest.update(part);
    return digest.digest();
  }

  public static byte[] of(String words) {
    return of(words.getBytes(UTF_8));
  }

  /// In 64 lower-case hexadecimal digits.
  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(of(bytes));
  }

  private static MessageDigest fresh() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
