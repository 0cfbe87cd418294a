package kept.texts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// How Twilio proves that a request is its own: HMAC-SHA1 under the account's token, over the
/// address it calls and the form's fields, in order, without anything between them. Pure.
public final class TwilioSignature {
  private TwilioSignature() {}

  public static String of(String token, String url, Map<String, List<String>> fields) {
    var signed = new StringBuilder(url);
    new TreeMap<>(fields)
        .forEach((name, values) ->
            new TreeSet<>(values).forEach(value -> signed.append(name).append(value)));
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Takes as long for a wrong one as for the right one.
  static boolean isRight(String given, String token, String url, Map<String, List<String>> fields) {
    return MessageDigest.isEqual(given.getBytes(UTF_8), of(token, url, fields).getBytes(UTF_8));
  }
}
