package kept.line.rtp;

import java.security.DigestException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.SecretKeySpec;

/// The session keys of one way and what they do: AES in counter mode (RFC 3711, section 4.1.1)
/// and HMAC-SHA1 (section 4.2.1), derived from a master key (section 4.3).
///
/// The JDK's own counter mode and `Mac` allocate for each packet. This makes the key stream
/// with the bare block cipher and the HMAC (RFC 2104) with the bare digest, in buffers of its
/// own. Not for several threads.
final class SrtpCipher {
  /// Labels of section 4.3.1; the keys for authentication and the salt have the next two.
  static final int RTP = 0;

  static final int RTCP = 3;

  /// No packet on the line is longer, and no Ethernet carries it.
  static final int LONGEST = 2048;

  private static final int BLOCK = 16;
  private static final int SALT = 14;
  private static final int HASH = 20;
  private static final int HASH_BLOCK = 64;

  private final Cipher aes;
  private final MessageDigest sha1;
  private final byte[] salt;
  private final byte[] inner = new byte[HASH_BLOCK];
  private final byte[] outer = new byte[HASH_BLOCK];
  private final byte[] counters = new byte[LONGEST + BLOCK];
  private final byte[] stream = new byte[LONGEST + BLOCK];
  private final byte[] hash = new byte[HASH];
  private final byte[] iv = new byte[BLOCK];
  private final byte[] rollover = new byte[4];

  /// From 16 bytes of master key and 14 of master salt.
  SrtpCipher(byte[] master, int label) {
    this(
        derive(master, label, BLOCK),
        derive(master, label + 1, HASH),
        derive(master, label + 2, SALT));
  }

  /// From session keys.
  SrtpCipher(byte[] key, byte[] authentication, byte[] salt) {
    this.salt = salt;
    aes = aes(key);
    try {
      sha1 = MessageDigest.getInstance("SHA-1");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has SHA-1.", e);
    }
    Arrays.fill(inner, (byte) 0x36);
    Arrays.fill(outer, (byte) 0x5C);
    for (int i = 0; i < authentication.length; i++) {
      inner[i] ^= authentication[i];
      outer[i] ^= authentication[i];
    }
  }

  private static Cipher aes(byte[] key) {
    try {
      // Each block is a counter, never a text: this is counter mode's own building block.
      @SuppressWarnings("InsecureCryptoUsage")
      var aes = Cipher.getInstance("AES/ECB/NoPadding");
      aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
      return aes;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has AES.", e);
    }
  }

  /// Section 4.3.1 with a key derivation rate of 0: `label` stands at byte 7 of the salt.
  static byte[] derive(byte[] master, int label, int bytes) {
    var block = new byte[BLOCK];
    System.arraycopy(master, BLOCK, block, 0, SALT);
    block[7] ^= (byte) label;
    var aes = aes(Arrays.copyOf(master, BLOCK));
    var derived = new byte[(bytes + BLOCK - 1) / BLOCK * BLOCK];
    for (int i = 0; i < derived.length / BLOCK; i++) {
      block[15] = (byte) i;
      encrypt(aes, block, BLOCK, derived, i * BLOCK);
    }
    return Arrays.copyOf(derived, bytes);
  }

  private static void encrypt(Cipher aes, byte[] from, int length, byte[] to, int at) {
    try {
      aes.update(from, 0, length, to, at);
    } catch (ShortBufferException e) {
      throw new IllegalStateException("The buffers are long enough.", e);
    }
  }

  /// Encrypts or decrypts where the bytes lie: both are the same. `index` has 48 bits.
  void crypt(byte[] packet, int offset, int length, int ssrc, long index) {
    if (length <= 0) return;
    keyStream(length, ssrc, index);
    for (int i = 0; i < length; i++) packet[offset + i] ^= stream[i];
  }

  /// IV = (k_s * 2^16) XOR (SSRC * 2^64) XOR (i * 2^16), counting up in its last 16 bits.
  private void keyStream(int length, int ssrc, long index) {
    System.arraycopy(salt, 0, iv, 0, SALT);
    for (int i = 0; i < 4; i++) iv[4 + i] ^= (byte) (ssrc >>> (24 - 8 * i));
    for (int i = 0; i < 6; i++) iv[8 + i] ^= (byte) (index >>> (40 - 8 * i));
    int blocks = (length + BLOCK - 1) / BLOCK;
    for (int i = 0; i < blocks; i++) {
      System.arraycopy(iv, 0, counters, i * BLOCK, SALT);
      Bytes.put16(counters, i * BLOCK + SALT, i);
    }
    encrypt(aes, counters, blocks * BLOCK, stream, 0);
  }

  /// Writes the first `bytes` of the tag over the packet and its rollover counter.
  void sign(byte[] packet, int length, int rolloverCounter, byte[] to, int at, int bytes) {
    Bytes.put32(rollover, 0, rolloverCounter);
    sha1.update(inner);
    sha1.update(packet, 0, length);
    sha1.update(rollover);
    finish(to, at, bytes);
  }

  /// Writes the first `bytes` of the tag over the packet alone, as SRTCP has it.
  void sign(byte[] packet, int length, byte[] to, int at, int bytes) {
    sha1.update(inner);
    sha1.update(packet, 0, length);
    finish(to, at, bytes);
  }

  private void finish(byte[] to, int at, int bytes) {
    try {
      sha1.digest(hash, 0, HASH);
      sha1.update(outer);
      sha1.update(hash);
      sha1.digest(hash, 0, HASH);
    } catch (DigestException e) {
      throw new IllegalStateException("SHA-1 has 20 bytes.", e);
    }
    System.arraycopy(hash, 0, to, at, bytes);
  }

  /// In a time that does not tell where they differ.
  static boolean isSame(byte[] tag, byte[] packet, int at, int bytes) {
    int difference = 0;
    for (int i = 0; i < bytes; i++) difference |= tag[i] ^ packet[at + i];
    return difference == 0;
  }
}
