package kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kept.Config.Setting;
import kept.platform.Refusal;
import kept.platform.tls.TlsFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {
  @TempDir
  private Path data;

  @Test
  void isWrittenDownSettingBySetting() throws IOException {
    var table = Files.readString(Path.of("docs/configuration.md"));

    for (var setting : Setting.values()) {
      var usual =
          setting.usual() == null || setting.usual().isEmpty() ? "" : "`" + setting.usual() + "`";
      assertThat(table).contains(("| `" + setting + "` | " + usual).stripTrailing() + " |");
    }
  }

  @Test
  void theEnvironmentWinsOverTheFile() throws IOException {
    Files.writeString(data.resolve("kept.properties"), "http.port=1234\nsmtp.port=25\n");

    var config = Config.read(Map.of("KEPT_DATA", data.toString(), "KEPT_HTTP_PORT", "4321"));

    assertThat(config.web().port()).isEqualTo(4321);
    assertThat(config.mail().port()).isEqualTo(25);
  }

  @Test
  void aSettingThatNobodyKnowsIsRefused() throws IOException {
    Files.writeString(data.resolve("kept.properties"), "http.prot=1234\n");

    assertThatThrownBy(() -> Config.read(Map.of("KEPT_DATA", data.toString())))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("http.prot")
        .hasMessageEndingWith(" Did you mean http.port?");
  }

  @Test
  void aVariableThatNobodyKnowsIsNamedWithTheNearestOne() {
    var environment = Map.of(
        "KEPT_HTTP_PRT", "80",
        "KEPT_SMTP_PORT", "0",
        "KEPT_SOMETHING_ELSE_ENTIRELY", "1",
        "HOME", "/home/dana");

    assertThat(UnknownSettings.in(environment))
        .containsExactly(
            "There is no setting KEPT_HTTP_PRT, so it changes nothing. Did you mean KEPT_HTTP_PORT?",
            "There is no setting KEPT_SOMETHING_ELSE_ENTIRELY, so it changes nothing.");
  }

  @Test
  void aCertificateAndItsKeyGoTogetherAndOpenWhatNeedsThem() {
    var whole = Config.read(Map.of(
        "KEPT_DATA", data.toString(),
        "KEPT_HTTPS_PORT", "8443",
        "KEPT_SIP_TLS_PORT", "5061",
        "KEPT_TLS_CERT", "/etc/kept/cert.pem",
        "KEPT_TLS_KEY", "/etc/kept/key.pem"));
    assertThat(whole.web().httpsPort()).isEqualTo(8443);
    assertThat(whole.phone().tlsPort()).isEqualTo(5061);
    assertThat(whole.tls())
        .isEqualTo(new TlsFiles(Path.of("/etc/kept/cert.pem"), Path.of("/etc/kept/key.pem")));
    assertThat(Config.read(Map.of("KEPT_DATA", data.toString())).web().httpsPort())
        .isEqualTo(-1);

    assertThatThrownBy(() -> Config.read(Map.of("KEPT_TLS_CERT", "/etc/kept/cert.pem")))
        .hasMessage("KEPT_TLS_CERT and KEPT_TLS_KEY go together: set both, or neither.");
    assertThatThrownBy(() -> Config.read(Map.of("KEPT_SIP_TLS_PORT", "5061")))
        .hasMessage("KEPT_SIP_TLS_PORT needs a certificate: set KEPT_TLS_CERT and KEPT_TLS_KEY.");
  }

  @Test
  void aPortThatIsNoneIsRefused() {
    assertThatThrownBy(() -> Config.read(Map.of("KEPT_HTTP_PORT", "eighty")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("eighty");
  }

  @Test
  void onlyYesBindsTheNamesBelowOurs() {
    assertThat(Config.read(Map.of()).web().belowToo()).isFalse();
    assertThat(Config.read(Map.of("KEPT_HSTS_SUBDOMAINS", "yes")).web().belowToo())
        .isTrue();
    assertThatThrownBy(() -> Config.read(Map.of("KEPT_HSTS_SUBDOMAINS", "true")))
        .hasMessage("KEPT_HSTS_SUBDOMAINS is yes or no, not \"true\".");
  }
}
