package kept.platform.push;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import javax.crypto.KeyAgreement;
import kept.platform.Refusal;

/// The curve P-256, whose points travel uncompressed: `0x04`, x, y (SEC 1, section 2.3.3).
final class Curve {
  static final int POINT_BYTES = 65;
  private static final int HALF = 32;
  private static final String NAME = "secp256r1";
  private static final ECParameterSpec P256 = parameters();

  private Curve() {}

  static KeyPair freshPair() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(NAME));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] point(ECPublicKey key) {
    var point = new byte[POINT_BYTES];
    point[0] = 4;
    put(key.getW().getAffineX(), point, 1);
    put(key.getW().getAffineY(), point, 1 + HALF);
    return point;
  }

  /// A point that is not on the curve could be chosen to give our own key away: it is refused.
  static ECPublicKey key(byte[] point) {
    if (point.length != POINT_BYTES || point[0] != 4) throw noKey();
    var x = new BigInteger(1, point, 1, HALF);
    var y = new BigInteger(1, point, 1 + HALF, HALF);
    if (!isOnCurve(x, y)) throw noKey();
    try {
      var spec = new ECPublicKeySpec(new ECPoint(x, y), P256);
      return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec);
    } catch (GeneralSecurityException e) {
      throw noKey();
    }
  }

  static byte[] agree(PrivateKey ours, ECPublicKey theirs) {
    try {
      var agreement = KeyAgreement.getInstance("ECDH");
      agreement.init(ours);
      agreement.doPhase(theirs, true);
      return agreement.generateSecret();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isOnCurve(BigInteger x, BigInteger y) {
    var curve = P256.getCurve();
    var p = ((ECFieldFp) curve.getField()).getP();
    if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0) return false;
    var right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB()).mod(p);
    return y.pow(2).mod(p).equals(right);
  }

  private static void put(BigInteger number, byte[] target, int at) {
    var bytes = number.toByteArray();
    var from = Math.max(0, bytes.length - HALF);
    var length = bytes.length - from;
    System.arraycopy(bytes, from, target, at + HALF - length, length);
  }

  private static ECParameterSpec parameters() {
    try {
      var parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec(NAME));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Refusal noKey() {
    return new Refusal("This browser’s push key cannot be used. Try again in another browser.");
  }
}
