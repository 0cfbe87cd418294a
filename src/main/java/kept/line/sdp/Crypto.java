package kept.line.sdp;

import java.util.Base64;
import java.util.Optional;

/// A key that SDES carries (RFC 4568):
///
/// `a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz|2^20`
///
/// A lifetime is checked and needs no more: it binds the side whose key it is. A line that we
/// cannot honour (another suite, a master key identifier, several keys, a session parameter
/// that must be understood) is as if it were not there; one that breaks the grammar is
/// [MalformedSdp].
///
/// @param key 16 bytes of key, 14 of salt
@SuppressWarnings("ArrayRecordComponent") // read, never written or compared
record Crypto(int tag, Suite suite, byte[] key) {
  static final int KEY_BYTES = 30;

  /// 2^48 packets, the most that RFC 3711, section 9.2, lets a key protect.
  private static final int LONGEST_LIFETIME = 48;

  static Optional<Crypto> parse(String value) throws MalformedSdp {
    var parts = value.trim().split(" +");
    if (parts.length < 3) throw new MalformedSdp("A key line has fewer than three words.");
    int tag = Numbers.upTo(999_999_999, parts[0]);
    if (tag < 0) throw new MalformedSdp("A key line's tag is no number.");
    var suite = suite(parts[1]);
    if (suite.isEmpty()) return Optional.empty();
    for (int i = 3; i < parts.length; i++) if (!isHarmless(parts[i])) return Optional.empty();
    if (parts[2].indexOf(';') >= 0) return Optional.empty();
    if (!parts[2].startsWith("inline:")) throw new MalformedSdp("A key is not inline.");
    return key(parts[2].substring(7)).map(key -> new Crypto(tag, suite.get(), key));
  }

  private static Optional<Suite> suite(String name) {
    for (var suite : Suite.values()) if (suite.name().equals(name)) return Optional.of(suite);
    return Optional.empty();
  }

  /// The replay window is a hint; `-` marks what may be ignored (RFC 4568, sections 6.3.6,
  /// 6.3.7).
  private static boolean isHarmless(String parameter) {
    return parameter.startsWith("-") || parameter.startsWith("WSH=");
  }

  private static Optional<byte[]> key(String inline) throws MalformedSdp {
    var parts = inline.split("\\|", -1);
    if (parts.length > 3) throw new MalformedSdp("A key has too many parts.");
    var key = decoded(parts[0]);
    if (key.length != KEY_BYTES) throw new MalformedSdp("A key is not 30 bytes long.");
    for (int i = 1; i < parts.length; i++) {
      if (parts[i].indexOf(':') >= 0) return Optional.empty();
      if (i > 1 || !isLifetime(parts[i])) throw new MalformedSdp("A key's lifetime is wrong.");
    }
    return Optional.of(key);
  }

  private static byte[] decoded(String base64) throws MalformedSdp {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      throw new MalformedSdp("A key is not base64.");
    }
  }

  private static boolean isLifetime(String text) {
    if (text.startsWith("2^")) return Numbers.upTo(LONGEST_LIFETIME, text.substring(2)) >= 0;
    return Numbers.areDigits(text, 15)
        && Long.parseLong(text) >= 1
        && Long.parseLong(text) <= 1L << LONGEST_LIFETIME;
  }

  Attribute line() {
    var inline = Base64.getEncoder().encodeToString(key);
    return new Attribute("crypto", tag + " " + suite + " inline:" + inline);
  }

  /// Never the key: a description of a call may be logged.
  @Override
  public String toString() {
    return "crypto " + tag + " " + suite;
  }
}
