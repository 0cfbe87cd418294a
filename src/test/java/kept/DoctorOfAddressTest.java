package kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import kept.platform.http.WebSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DoctorOfAddressTest {
  @Test
  void saysThatANameIsNotInTheDns() {
    assertThat(at("https://desk.invalid").name())
        .singleElement()
        .extracting(Finding::line)
        .asString()
        .startsWith("do    The name desk.invalid of KEPT_PUBLIC_URL is not in the DNS.");
    assertThat(at("https://127.0.0.1").name())
        .containsExactly(Finding.well("127.0.0.1 is 127.0.0.1"));
  }

  @Test
  void saysThatAllWhoComeThroughAProxySeemToBeIt() {
    assertThat(words(at("https://desk.example.com")))
        .containsExactly(
            "KEPT_PUBLIC_URL is https, but Kept has no certificate (KEPT_HTTPS_PORT) and trusts no"
                + " proxy (KEPT_TRUSTED_PROXIES): to it, all who come through one have the same"
                + " address, and one guesser slows everybody.");
    assertThat(words(at("https://desk.example.com", 443))).isEmpty();
    assertThat(words(at("https://desk.example.com", -1, "10.0.0.7"))).isEmpty();
  }

  @Test
  void saysThatEverybodyIsTrusted() {
    assertThat(words(at("https://desk.example.com", -1, "0.0.0.0/0")))
        .singleElement()
        .asString()
        .startsWith("KEPT_TRUSTED_PROXIES trusts everybody (0.0.0.0/0)");
  }

  @Test
  void saysThatPasswordsWouldTravelInTheClear() {
    assertThat(words(at("http://desk.example.com")))
        .singleElement()
        .asString()
        .contains("passwords would travel in the clear");
    assertThat(words(at("http://localhost:8080"))).isEmpty();
    assertThat(words(at(null))).isEmpty();
  }

  @Test
  void saysThatTheAddressLeadsElsewhere() {
    try (var kept = new TestKept()) {
      var here = new DoctorOfAddress(settings(kept.at("").toString(), -1), true);
      assertThat(here.leads()).containsExactly(Finding.well(kept.at("") + " leads to Kept"));
    }
    var nobody = new DoctorOfAddress(settings("http://127.0.0.1:" + TestPorts.next(), -1), true);
    assertThat(nobody.leads())
        .singleElement()
        .extracting(Finding::line)
        .asString()
        .startsWith("do  ")
        .contains(" does not answer (");
  }

  private static List<String> words(DoctorOfAddress doctor) {
    return doctor.proxy().stream()
        .filter(Finding.ToDo.class::isInstance)
        .map(Finding::words)
        .toList();
  }

  private static DoctorOfAddress at(@Nullable String url) {
    return at(url, -1);
  }

  private static DoctorOfAddress at(@Nullable String url, int httpsPort, String... proxies) {
    return new DoctorOfAddress(settings(url, httpsPort, proxies), false);
  }

  private static WebSettings settings(@Nullable String url, int httpsPort, String... proxies) {
    return new WebSettings("127.0.0.1", 8080, httpsPort, url, Set.of(proxies));
  }
}
