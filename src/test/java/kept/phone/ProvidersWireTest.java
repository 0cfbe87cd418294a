package kept.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import kept.TestBrowser;
import kept.TestKept;
import kept.TestPorts;
import kept.line.Sipp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The owner tries a provider that sipp plays, from the page.
class ProvidersWireTest {
  private static final String PROVIDERS = "/settings/phone/providers";
  private static final String AT = "127.0.0.3";
  private static final int PORT = TestPorts.next();

  private final TestKept kept = new TestKept();
  private final TestBrowser dana = kept.as(kept.shop.dana);

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void oneThatRegistersUsSaysUntilWhen() throws Exception {
    try (var carrier = carrier("uas-registers")) {
      assertThat(tried("registers", "yes", "user", "acct", "password", "secret"))
          .contains("Registered until 9:10; your provider answered in");
      assertThat(dana.get("/settings/phone").body()).contains("Carries calls.");
      assertThat(carrier.messages()).contains("Authorization: Digest username=\"acct\"");
    }
  }

  @Test
  void aWrongPasswordIsSaid() throws Exception {
    try (var carrier = carrier("uas-registers")) {
      assertThat(tried("registers", "yes", "user", "acct", "password", "guess"))
          .contains("The user name or the password is wrong.");
      assertThat(carrier.messages()).contains("403 Forbidden").doesNotContain("guess");
    }
  }

  @Test
  void oneThatKnowsUsByOurAddressIsAskedWhetherItIsThere() throws Exception {
    try (var carrier = carrier("uas-answers", "-aa")) {
      assertThat(tried()).contains("It works: your provider answered in");
      assertThat(carrier.messages()).contains("OPTIONS sip:");
    }
  }

  @Test
  void nobodyThereIsSaid() {
    assertThat(tried()).contains("Nothing listens at port " + PORT + " (UDP) of " + AT);
  }

  private static Sipp carrier(String scenario, String... options) throws IOException {
    var all = new ArrayList<>(List.of("-p", "" + PORT, "-m", "50"));
    all.addAll(List.of(options));
    return Sipp.start(scenario, AT, 9, all.toArray(String[]::new));
  }

  private String tried(String... fields) {
    var all = new ArrayList<>(List.of("name", "Carrier", "host", AT, "port", "" + PORT));
    all.addAll(List.of(fields));
    dana.post(PROVIDERS, all.toArray(String[]::new));
    var trunk = kept.rooms.trunks.list().getFirst();
    return dana.post(PROVIDERS + "/" + trunk.id() + "/tests").body();
  }
}
