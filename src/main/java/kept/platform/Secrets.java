package kept.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The installation's secret key and what is made with it: unguessable tokens, the keyed hashes
/// under which they are stored, and the seal on what has to be read again, so that a stolen
/// database opens nothing.
///
/// A key that was renewed ([KeyRenewal]) holds the ones before it, oldest first, each 32 bytes: it
/// hashes under one after the other, and seals with what they hash.
public final class Secrets {
  private static final int KEY_BYTES = 32;
  private static final int TOKEN_BYTES = 24;
  private static final int SHORT_TOKEN_BYTES = 16;
  private static final int NONCE_BYTES = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final List<SecretKeySpec> keys;

  private Secrets(byte[] bytes) {
    this.keys = IntStream.range(0, bytes.length / KEY_BYTES)
        .mapToObj(nth -> new SecretKeySpec(bytes, nth * KEY_BYTES, KEY_BYTES, "HmacSHA256"))
        .toList();
  }

  /// Reads `secret.key`, or makes it (0600) when this folder has none.
  public static Secrets in(Path file) {
    try {
      if (!Files.exists(file)) create(file);
      var bytes = Files.readAllBytes(file);
      if (bytes.length == 0 || bytes.length % KEY_BYTES != 0) {
        throw new Refusal("The file " + file + " is not a key of Kept's. Put the right one back.");
      }
      return new Secrets(bytes);
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  /// These keys and a fresh one, written into this file.
  Secrets renewed(Path file) {
    var bytes = ByteBuffer.allocate((keys.size() + 1) * KEY_BYTES);
    keys.forEach(key -> bytes.put(key.getEncoded()));
    bytes.put(fresh(KEY_BYTES));
    try {
      DurableFile.write(file, bytes.array());
    } catch (IOException e) {
      throw unusable(file, e);
    }
    return new Secrets(bytes.array());
  }

  private static Refusal unusable(Path file, IOException e) {
    return new Refusal("The secret key " + file + " cannot be used: " + DiskWords.reason(e)
        + ". Let KEPT_SECRET_KEY name a file in a folder that Kept may write to.");
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
    return Base64.getUrlEncoder().withoutPadding().encodeToString(fresh(length));
  }

  private static byte[] fresh(int length) {
    var bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /// What is stored of a token: HMAC-SHA-256 (RFC 2104) under the installation's key.
  public byte[] hash(String token) {
    var hash = token.getBytes(StandardCharsets.UTF_8);
    for (var key : keys) hash = hmac(key, hash);
    return hash;
  }

  /// What was hashed before the newest key was there, as it is hashed since.
  byte[] rehash(byte[] hash) {
    return hmac(keys.getLast(), hash);
  }

  private static byte[] hmac(SecretKeySpec key, byte[] bytes) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Seals what we have to read again, so that a stolen database does not give it away: AES-256-GCM
  /// under a key of its own, the nonce first.
  public byte[] seal(byte[] plain) {
    var nonce = fresh(NONCE_BYTES);
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
    try {
      DurableFile.create(file, fresh(KEY_BYTES));
    } catch (FileAlreadyExistsException another) {
      return; // another process made it a moment ago, and it is the one
    }
  }
}
