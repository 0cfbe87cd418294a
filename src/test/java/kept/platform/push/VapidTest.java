package kept.platform.push;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import kept.platform.Json;
import org.junit.jupiter.api.Test;

class VapidTest {
  /// RFC 8292, section 2.4.
  private static final String EXAMPLE =
      "vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0.i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs";
  private static final Instant NOW = Instant.parse("2026-11-24T14:00:00Z");

  @Test
  void theExampleOfTheStandardProvesItself() {
    assertThat(isSigned(EXAMPLE)).isTrue();
    assertThat(isSigned(EXAMPLE.replace("i3CYb7", "i3CYb8"))).isFalse();
  }

  @Test
  void signsWhoSendsToWhomAndUntilWhen() {
    var vapid = new Vapid(Curve.freshPair());

    var said = vapid.authorization(
        URI.create("https://push.example.net:8443/p/1?a=b"), "mailto:dana@example.com", NOW);

    assertThat(isSigned(said)).isTrue();
    assertThat(said).endsWith(", k=" + vapid.publicKey());
    assertThat(Base64.getUrlDecoder().decode(vapid.publicKey())).hasSize(65);
    var parts = said.substring("vapid t=".length()).split("\\.");
    assertThat(decoded(parts[0])).isEqualTo("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");
    var claims = Json.read(decoded(parts[1]));
    assertThat(claims.get("aud").asString()).isEqualTo("https://push.example.net:8443");
    assertThat(claims.get("sub").asString()).isEqualTo("mailto:dana@example.com");
    assertThat(claims.get("exp").asLong())
        .isBetween(NOW.getEpochSecond() + 1, NOW.getEpochSecond() + 24 * 3600);
  }

  @Test
  void anotherServiceIsAnotherAudience() {
    assertThat(Vapid.originOf(URI.create("https://push.example.net:443/p")))
        .isEqualTo("https://push.example.net");
  }

  /// As a push service looks at it.
  static boolean isSigned(String authorization) {
    var token = authorization.substring("vapid t=".length(), authorization.indexOf(", k="));
    var key = authorization.substring(authorization.indexOf(", k=") + 4);
    var dot = token.lastIndexOf('.');
    try {
      var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initVerify(Curve.key(Base64.getUrlDecoder().decode(key)));
      signature.update(token.substring(0, dot).getBytes(US_ASCII));
      return signature.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String decoded(String base64) {
    return new String(Base64.getUrlDecoder().decode(base64), US_ASCII);
  }
}
