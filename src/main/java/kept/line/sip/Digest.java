package kept.line.sip;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.InetAddress;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The registrar's half of digest authentication (RFC 3261 22, RFC 7616, RFC 8760).
///
/// Always with qop "auth". Answers by MD5 and by SHA-256 are taken; which of them are asked
/// for is a setting, since there are phones (baresip 1.0) that give up where a challenge that
/// they do not know stands beside one that they know. Threads may share it.
final class Digest {

  sealed interface Verdict {

    /// It is this user.
    record Proven(String user) implements Verdict {}

    /// Nobody tried; challenge, and count nothing.
    record Missing() implements Verdict {}

    /// The password is right and the nonce is used up: challenge with `stale=true`.
    record Stale(String user) implements Verdict {}

    /// The answer is wrong, or there is no such user: nobody can tell which.
    record Wrong(String user) implements Verdict {}
  }

  private static final List<DigestAlgorithm> TAKEN =
      List.of(DigestAlgorithm.MD5, DigestAlgorithm.SHA_256);

  private static final Pattern COUNT = Pattern.compile("[0-9A-Fa-f]{8}");

  /// Stands in for the secret of a user there is not, so that the work is the same.
  private static final String NOBODY = "0".repeat(64);

  private final List<DigestAlgorithm> offered;
  private final String realm;
  private final Nonces nonces;
  private final Passwords passwords;

  /// @param offered in the order in which they are to be asked for
  Digest(List<DigestAlgorithm> offered, String realm, Nonces nonces, Passwords passwords) {
    this.offered = List.copyOf(offered);
    this.realm = realm;
    this.nonces = nonces;
    this.passwords = passwords;
  }

  /// The values of WWW-Authenticate (401) or Proxy-Authenticate (407), one header each.
  List<String> challenges(InetAddress source, boolean stale) {
    return offered.stream()
        .map(algorithm -> "Digest realm=%s,nonce=\"%s\",algorithm=%s,qop=\"auth\"%s"
            .formatted(
                DigestFields.quoted(realm),
                nonces.fresh(source),
                algorithm.token,
                stale ? ",stale=true" : ""))
        .toList();
  }

  /// The user an answer in our realm claims to be: whom a doorkeeper is to be asked about,
  /// whatever From says.
  Optional<String> claimed(List<String> answers) {
    return inRealm(answers).map(fields -> fields.get("username"));
  }

  /// Judges the values of Authorization or Proxy-Authorization; those of other realms are
  /// passed by.
  Verdict check(List<String> answers, String method, String requestUri, InetAddress source) {
    return inRealm(answers)
        .map(fields -> judge(fields, method, requestUri, source))
        .orElseGet(Verdict.Missing::new);
  }

  private Optional<DigestFields> inRealm(List<String> answers) {
    return answers.stream()
        .flatMap(answer -> DigestFields.read(answer).stream())
        .filter(fields -> fields.get("realm").equals(realm))
        .findFirst();
  }

  private Verdict judge(DigestFields fields, String method, String requestUri, InetAddress source) {
    var user = fields.get("username");
    var algorithm = fields.algorithm().filter(TAKEN::contains).orElse(DigestAlgorithm.MD5);
    var secret = passwords.ha1(user, realm, algorithm.token);
    var nonce = fields.get("nonce");
    var count = fields.get("nc");
    var expected = algorithm.response(
        secret.orElse(NOBODY), nonce, count, fields.get("cnonce"), method, fields.get("uri"));
    var right = MessageDigest.isEqual(
        expected.getBytes(US_ASCII),
        fields.get("response").toLowerCase(Locale.ROOT).getBytes(US_ASCII));
    if (!right || secret.isEmpty() || !isComplete(fields, requestUri))
      return new Verdict.Wrong(user);
    if (!nonces.use(nonce, Long.parseLong(count, 16), source)) return new Verdict.Stale(user);
    return new Verdict.Proven(user);
  }

  private static boolean isComplete(DigestFields fields, String requestUri) {
    return fields.get("qop").equals("auth")
        && fields.algorithm().filter(TAKEN::contains).isPresent()
        && COUNT.matcher(fields.get("nc")).matches()
        && !fields.get("cnonce").isEmpty()
        && target(fields.get("uri")).equals(target(requestUri));
  }

  /// The host of a URI, in lower case: phones disagree on the rest when they repeat a
  /// Request-URI, and some leave the user out. The nonce and its count are what keeps an
  /// answer from being used for something else.
  private static String target(String uri) {
    return uri.toLowerCase(Locale.ROOT)
        .replaceFirst("^sips?:", "")
        .replaceFirst("[;?].*", "")
        .replaceFirst("^[^@]*@", "")
        .replaceFirst(":[0-9]+$", "");
  }
}
