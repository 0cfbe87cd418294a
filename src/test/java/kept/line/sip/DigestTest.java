package kept.line.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import kept.line.sip.Digest.Verdict;
import org.junit.jupiter.api.Test;

class DigestTest {

  private static final String REALM = "marlow.example.com";
  private static final String URI = "sip:marlow.example.com";
  private static final InetAddress SHOP = InetAddress.ofLiteral("192.0.2.7");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2027-01-04T09:00:00Z"));
  private final Digest digest = offering(DigestAlgorithm.SHA_256, DigestAlgorithm.MD5);

  private Digest offering(DigestAlgorithm... algorithms) {
    return new Digest(
        List.of(algorithms), REALM, new Nonces("secret".getBytes(), now::get), DigestTest::ha1);
  }

  @Test
  void computesTheAnswersOfRfc7616() {
    var sha256 = answerOfRfc7616(DigestAlgorithm.SHA_256);
    var md5 = answerOfRfc7616(DigestAlgorithm.MD5);

    assertThat(sha256)
        .isEqualTo("753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
    assertThat(md5).isEqualTo("8ca523f5e9506fed4657c9700eebdbec");
  }

  @Test
  void computesTheAnswerOfRfc2617() {
    var ha1 = DigestAlgorithm.MD5.ha1("Mufasa", "testrealm@host.com", "Circle Of Life");
    var nonce = "dcd98b7102dd2f0e8b11d0f600bfb0c093";

    assertThat(DigestAlgorithm.MD5.response(
            ha1, nonce, "00000001", "0a4f113b", "GET", "/dir/index.html"))
        .isEqualTo("6629fae49393a05397450978507c4ef1");
  }

  @Test
  void asksForWhatItIsSetToInThatOrder() {
    assertThat(digest.challenges(SHOP, false))
        .satisfiesExactly(
            first -> assertThat(first).contains("algorithm=SHA-256,qop=\"auth\""),
            second -> assertThat(second).contains("algorithm=MD5,qop=\"auth\""))
        .noneMatch(one -> one.contains("stale"));
    assertThat(offering(DigestAlgorithm.MD5).challenges(SHOP, true))
        .singleElement()
        .asString()
        .contains("algorithm=MD5")
        .endsWith(",stale=true");
  }

  @Test
  void aClientWithThePasswordIsProvenAgainAndAgain() {
    var client = client("priya", "word");

    var first = client.answer(digest.challenges(SHOP, false), "REGISTER", URI).orElseThrow();
    var second = client.again("REGISTER", URI).orElseThrow();

    assertThat(first).contains("algorithm=SHA-256", "nc=00000001");
    assertThat(second).contains("nc=00000002");
    assertThat(check(first)).isEqualTo(new Verdict.Proven("priya"));
    assertThat(check(second)).isEqualTo(new Verdict.Proven("priya"));
  }

  @Test
  void anAnswerBySha256IsTakenAlsoWhereOnlyMd5WasAskedFor() {
    var md5 = offering(DigestAlgorithm.MD5);
    var challenge =
        md5.challenges(SHOP, false).getFirst().replace("algorithm=MD5", "algorithm=SHA-256");

    var answer =
        client("priya", "word").answer(List.of(challenge), "REGISTER", URI).orElseThrow();

    assertThat(md5.check(List.of(answer), "REGISTER", URI, SHOP))
        .isEqualTo(new Verdict.Proven("priya"));
  }

  @Test
  void anAnswerHeardTwiceIsStale() {
    var answer = answer("priya", "word");

    check(answer);

    assertThat(check(answer)).isEqualTo(new Verdict.Stale("priya"));
  }

  @Test
  void anAnswerIsGoodForAWhileAndFromOneAddress() {
    var late = answer("priya", "word");
    var elsewhere = answer("priya", "word");
    var other = InetAddress.ofLiteral("192.0.2.8");

    assertThat(digest.check(List.of(elsewhere), "REGISTER", URI, other))
        .isEqualTo(new Verdict.Stale("priya"));
    now.updateAndGet(time -> time.plus(Nonces.LIFE).plusMillis(1));
    assertThat(check(late)).isEqualTo(new Verdict.Stale("priya"));
  }

  @Test
  void aWrongPasswordAndAnUnknownUserLookTheSame() {
    assertThat(check(answer("priya", "guess"))).isEqualTo(new Verdict.Wrong("priya"));
    assertThat(check(answer("nobody", "word"))).isEqualTo(new Verdict.Wrong("nobody"));
    assertThat(digest.claimed(List.of(answer("nobody", "word")))).contains("nobody");
  }

  @Test
  void anAnswerToAnotherRequestIsWrong() {
    var answer = answer("priya", "word");

    assertThat(digest.check(List.of(answer), "INVITE", URI, SHOP))
        .isInstanceOf(Verdict.Wrong.class);
    assertThat(digest.check(List.of(answer), "REGISTER", "sip:+15550100@x", SHOP))
        .isInstanceOf(Verdict.Wrong.class);
  }

  @Test
  void withoutQopOrWithAnotherSchemeNobodyIsProven() {
    var bare = answer("priya", "word").replaceAll(",qop=auth", "");

    assertThat(check(bare)).isInstanceOf(Verdict.Wrong.class);
    assertThat(check("NoOneKnowsThisScheme opaque-data=here")).isInstanceOf(Verdict.Missing.class);
    assertThat(check("Digest realm=\"elsewhere\"")).isInstanceOf(Verdict.Missing.class);
    assertThat(check("Digest realm=\"" + REALM + "\",nc=zz")).isInstanceOf(Verdict.Wrong.class);
  }

  @Test
  void aClientAnswersANonceOnce() {
    var client = client("priya", "word");
    var challenges = digest.challenges(SHOP, false);

    assertThat(client.answer(challenges, "REGISTER", URI)).isPresent();
    assertThat(client.answer(challenges, "REGISTER", URI)).isEmpty();
    assertThat(client.answer(digest.challenges(SHOP, true), "REGISTER", URI)).isPresent();
  }

  @Test
  void aClientAnswersOldAndStrongChallenges() {
    var old =
        client("priya", "word").answer(List.of("Digest realm=\"t\", nonce=\"n\""), "REGISTER", URI);
    var strong = client("priya", "word")
        .answer(
            List.of(
                "Digest realm=\"t\", nonce=\"a\", algorithm=MD5, qop=\"auth\"",
                "Digest realm=\"t\", nonce=\"b\", algorithm=SHA-512-256, qop=\"auth,auth-int\","
                    + " opaque=\"o\\\"\"",
                "Digest realm=\"t\", nonce=\"c\", algorithm=WHIRL, qop=\"auth\""),
            "REGISTER",
            URI);

    assertThat(old.orElseThrow()).doesNotContain("qop", "nc=", "algorithm");
    assertThat(strong.orElseThrow())
        .contains("nonce=\"b\"", "algorithm=SHA-512-256", "opaque=\"o\\\"\"");
  }

  @Test
  void watchesABoundedNumberOfNonces() {
    var nonces = new Nonces("secret".getBytes(), now::get);
    var first = nonces.fresh(SHOP);
    assertThat(nonces.use(first, 1, SHOP)).isTrue();

    now.updateAndGet(time -> time.plus(Duration.ofSeconds(1)));
    for (var i = 0; i < Nonces.MOST_WATCHED; i++) nonces.use(nonces.fresh(SHOP), 1, SHOP);

    assertThat(nonces.use(first, 1, SHOP)).isFalse();
  }

  private Verdict check(String answer) {
    return digest.check(List.of(answer), "REGISTER", URI, SHOP);
  }

  private String answer(String user, String password) {
    return client(user, password)
        .answer(digest.challenges(SHOP, false), "REGISTER", URI)
        .orElseThrow();
  }

  private static DigestClient client(String user, String password) {
    return new DigestClient(user, password, new SecureRandom());
  }

  private static Optional<String> ha1(String user, String realm, String algorithm) {
    return user.equals("priya")
        ? DigestAlgorithm.named(algorithm).map(one -> one.ha1(user, realm, "word"))
        : Optional.empty();
  }

  private static String answerOfRfc7616(DigestAlgorithm algorithm) {
    var ha1 = algorithm.ha1("Mufasa", "http-auth@example.org", "Circle of Life");
    return algorithm.response(
        ha1,
        "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
        "00000001",
        "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
        "GET",
        "/dir/index.html");
  }
}
