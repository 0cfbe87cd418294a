package kept.platform.webauthn;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kept.platform.Json;
import kept.platform.Sha256;
import tools.jackson.dataformat.cbor.CBORMapper;

/// A device with one passkey, made of the specification alone: it signs with ECDSA on P-256 and can
/// be told to misbehave. Answers are written as browsers write them.
public final class SoftPasskey {
  private static final int PRESENT = 0x01;
  private static final int VERIFIED = 0x04;
  private static final int ATTESTED = 0x40;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final KeyPair keys = keys();
  private final byte[] id = Wanted.bytes(UUID.randomUUID());
  private final UUID owner;
  private String site;
  private String origin;
  private int flags = PRESENT | VERIFIED;
  private int counter;

  public SoftPasskey(UUID owner, Site site) {
    this.owner = owner;
    this.site = site.name();
    this.origin = site.origin();
  }

  public SoftPasskey at(String otherOrigin) {
    origin = otherOrigin;
    return this;
  }

  public SoftPasskey ofSite(String otherName) {
    site = otherName;
    return this;
  }

  /// Its bearer touches it and shows neither face nor PIN.
  public SoftPasskey unverified() {
    flags = PRESENT;
    return this;
  }

  public SoftPasskey counting(int now) {
    counter = now;
    return this;
  }

  /// What the browser says after `navigator.credentials.create`.
  public String made(String challenge) {
    var client = client("webauthn.create", challenge);
    var attested = ByteBuffer.allocate(16 + 2 + id.length + publicKey().length)
        .put(new byte[16])
        .putShort((short) id.length)
        .put(id)
        .put(publicKey())
        .array();
    var object = new LinkedHashMap<String, Object>();
    object.put("fmt", "none");
    object.put("attStmt", Map.of());
    object.put("authData", joined(head(flags | ATTESTED), attested));
    return answer(Map.of(
        "clientDataJSON", BASE64.encodeToString(client),
        "attestationObject", BASE64.encodeToString(new CBORMapper().writeValueAsBytes(object))));
  }

  /// What the browser says after `navigator.credentials.get`.
  public String used(String challenge) {
    counter++;
    var client = client("webauthn.get", challenge);
    var head = head(flags);
    return answer(Map.of(
        "clientDataJSON", BASE64.encodeToString(client),
        "authenticatorData", BASE64.encodeToString(head),
        "signature", BASE64.encodeToString(signed(joined(head, Sha256.of(client)))),
        "userHandle", BASE64.encodeToString(Wanted.bytes(owner))));
  }

  /// The challenge in what the server asks.
  public static String challengeIn(String asked) {
    return Json.read(asked).path("challenge").asString();
  }

  private byte[] client(String type, String challenge) {
    return Json.write(
            Map.of("type", type, "challenge", challenge, "origin", origin, "crossOrigin", false))
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] head(int raised) {
    return ByteBuffer.allocate(37)
        .put(Sha256.of(site.getBytes(StandardCharsets.UTF_8)))
        .put((byte) raised)
        .putInt(counter)
        .array();
  }

  private String answer(Map<String, String> response) {
    var name = BASE64.encodeToString(id);
    return Json.write(Map.of(
        "id", name,
        "rawId", name,
        "type", "public-key",
        "clientExtensionResults", Map.of(),
        "response", response));
  }

  /// RFC 9053, section 7.1.1: EC2, ES256, P-256, x, y.
  private byte[] publicKey() {
    var point = ((ECPublicKey) keys.getPublic()).getW();
    var key = new LinkedHashMap<Integer, Object>();
    key.put(1, 2);
    key.put(3, -7);
    key.put(-1, 1);
    key.put(-2, coordinate(point.getAffineX().toByteArray()));
    key.put(-3, coordinate(point.getAffineY().toByteArray()));
    return new CoseKey(key).bytes();
  }

  /// A map with numbers for names, which Jackson does not write.
  private record CoseKey(Map<Integer, Object> entries) {
    byte[] bytes() {
      var out = new ByteArrayOutputStream();
      out.write(0xa0 | entries.size());
      var cbor = new CBORMapper();
      entries.forEach((name, value) -> {
        out.writeBytes(cbor.writeValueAsBytes(name));
        out.writeBytes(cbor.writeValueAsBytes(value));
      });
      return out.toByteArray();
    }
  }

  private static byte[] coordinate(byte[] number) {
    var from = Math.max(0, number.length - 32);
    var padded = new byte[32];
    var length = number.length - from;
    System.arraycopy(number, from, padded, 32 - length, length);
    return padded;
  }

  private byte[] signed(byte[] what) {
    try {
      var signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(what);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] joined(byte[] first, byte[] second) {
    var both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
