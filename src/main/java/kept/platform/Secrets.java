package kept.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The installation's secret key and what is made with it: unguessable tokens, the keyed hashes
/// under which they are stored, and the seal on what has to be read again, so that a stolen
/// database opens nothing.
public final class Secrets {
  private static final int KEY_BYTES = 32;
  private static final int TOKEN_BYTES = 24;
  private static final int SHORT_TOKEN_BYTES = 16;
  private static final int NONCE_BYTES = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  private Secrets(byte[] key) {
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  /// Reads `secret.key`, or makes it (0600) when this folder has none.
  public static Secrets in(Path file) {
    try {
      if (!Files.exists(file)) create(file);
      var bytes = Files.readAllBytes(file);
      if (bytes.length != KEY_BYTES) {
        throw new Refusal("The file " + file + " is not a key of Kept's. Put the right one back.");
      }
      return new Secrets(bytes);
    } catch (IOException e) {
      throw new Refusal("The secret key " + file + " cannot be used: " + DiskWords.reason(e)
          + ". Let KEPT_SECRET_KEY name a file in a folder that Kept may write to.");
    }
  }

  /// 192 unguessable bits that stand in a URL as they are.
  public String freshToken() {
    return token(TOKEN_BYTES);
  }

  /// 128 unguessable bits, for a link in a text, where each letter counts.
  public String freshShortToken() {
    return token(SHORT_TOKEN_BYTES);
  }

  private static String token(int length) {
    var bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// What is stored of a token: HMAC-SHA-256 (RFC 2104) under the installation's key.
  public byte[] hash(String token) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(token.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Seals what we have to read again, so that a stolen database does not give it away: AES-256-GCM
  /// under a key of its own, the nonce first.
  public byte[] seal(byte[] plain) {
    var nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    var sealed = crypt(Cipher.ENCRYPT_MODE, nonce, plain, 0);
    return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
        .put(nonce)
        .put(sealed)
        .array();
  }

  public byte[] unseal(byte[] sealed) {
    return crypt(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), sealed, NONCE_BYTES);
  }

  private byte[] crypt(int mode, byte[] nonce, byte[] bytes, int from) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      var sealing = new SecretKeySpec(hash("sealing"), "AES");
      cipher.init(mode, sealing, new GCMParameterSpec(128, nonce));
      return cipher.doFinal(bytes, from, bytes.length - from);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This was not sealed with the key in secret.key.", e);
    }
  }

  private static void create(Path file) throws IOException {
    var bytes = new byte[KEY_BYTES];
    RANDOM.nextBytes(bytes);
    var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), "key", null, mine);
    try {
      Files.write(unfinished, bytes);
      Files.createLink(file, unfinished);
    } catch (FileAlreadyExistsException another) {
      return; // another process made it a moment ago, and it is the one
    } finally {
      Files.delete(unfinished);
    }
  }
}
