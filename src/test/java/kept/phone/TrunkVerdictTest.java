package kept.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.ZoneId;
import kept.line.sip.Credentials;
import kept.line.sip.Transport;
import kept.line.sip.Trunk;
import kept.line.sip.TrunkReport;
import kept.line.sip.TrunkReport.Finding;
import kept.platform.SettableClock;
import kept.team.ShopTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrunkVerdictTest {
  private static final Trunk TRUNK = new Trunk(
      "carrier",
      "sip.example.com",
      5070,
      Transport.UDP,
      new Credentials("acct", "secret"),
      true,
      1,
      10,
      Duration.ofSeconds(30));

  @Test
  void saysForHowLongItRegisteredAndHowSoonItAnswered() {
    var report = new TrunkReport(Finding.WORKS, 200, Duration.ofMillis(40), Duration.ofMinutes(12));

    var verdict = verdict(report);

    assertThat(verdict.works()).isTrue();
    assertThat(verdict.words())
        .isEqualTo("Registered until 9:12; your provider answered in 40 ms.");
  }

  @Test
  void saysThatOneWithoutRegistrationWorks() {
    var report = new TrunkReport(Finding.WORKS, 200, Duration.ofMillis(7), Duration.ZERO);

    assertThat(verdict(report).words()).isEqualTo("It works: your provider answered in 7 ms.");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WORKS")
  void saysOfEachTroubleWhatToDo(Finding finding) {
    var report = new TrunkReport(finding, 503, Duration.ZERO, Duration.ZERO);

    var verdict = verdict(report);

    assertThat(verdict.works()).isFalse();
    assertThat(verdict.words())
        .containsAnyOf("Check", "Enter", "Ask", "Tell")
        .doesNotContain("secret", "acct", "null");
  }

  private static TrunkVerdict verdict(TrunkReport report) {
    return TrunkVerdict.of(
        report,
        TRUNK,
        InetAddress.ofLiteral("192.0.2.7"),
        new ShopTime(ZoneId.of("America/New_York")),
        SettableClock.TUESDAY_MORNING);
  }
}
