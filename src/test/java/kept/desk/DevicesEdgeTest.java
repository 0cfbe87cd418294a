package kept.desk;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import kept.TestBrowser;
import kept.TestKept;
import kept.customers.Customers.Approach;
import kept.customers.IdentityKind;
import kept.customers.VerificationLevel;
import kept.platform.push.PushAddress;
import kept.platform.push.Receiver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DevicesEdgeTest {
  private static final String DEVICES = "/settings/you/devices";
  private static final TestKept kept = new TestKept();
  private final TestBrowser tomas = kept.as(kept.shop.tomas);

  @AfterAll
  static void close() {
    kept.close();
  }

  @Test
  void aHelperHasDevicesOfTheirOwnAndNobodyElseReachesThem() {
    var address = Receiver.fresh().address("https://push.example.net/tomas");
    assertThat(TestBrowser.leadsTo(add(tomas, address))).isEqualTo("/settings/you#devices");
    var id = kept.rooms.pushSubscriptions.of(kept.shop.tomas).getFirst().id();
    assertThat(tomas.get("/settings/you").body()).contains("this device", "no alarm yet");
    assertThat(tomas.get(DEVICES + "/key").body()).hasSize(87);

    var dana = kept.as(kept.shop.dana);
    assertThat(dana.post(DEVICES + "/" + id + "/removal").statusCode()).isEqualTo(404);
    assertThat(dana.post(DEVICES + "/" + id + "/test").statusCode()).isEqualTo(404);
    assertThat(dana.get("/settings/you").body()).contains("No device takes your alarms yet.");

    tomas.post(DEVICES + "/" + id + "/removal");
    assertThat(kept.rooms.pushSubscriptions.of(kept.shop.tomas)).isEmpty();
  }

  @Test
  void anAddressThatIsNoneIsRefusedInWords() {
    var keys = Receiver.fresh().address("https://push.example.net/x");
    for (var endpoint : new String[] {"http://push.example.net/x", "https://127.0.0.1/x", ""}) {
      var answer =
          tomas.post(DEVICES, "endpoint", endpoint, "p256dh", keys.p256dh(), "auth", keys.auth());

      assertThat(answer.statusCode()).as(endpoint).isEqualTo(422);
    }
    assertThat(add(tomas, "https://push.example.net/x", "AAAA", keys.auth()).statusCode())
        .isEqualTo(422);
  }

  @Test
  void withoutScriptsThePageSaysWhatIsNeeded() {
    assertThat(tomas.get("/settings/you").body())
        .contains("with scripts switched on. Until then they reach you by mail.")
        .contains("data-when=\"ask\" hidden");
    assertThat(TestBrowser.leadsTo(tomas.get(DEVICES))).isEqualTo("/settings/you#devices");
  }

  @Test
  void theWorkerIsAskedForAgainEachTimeAndRulesOverEverything() {
    var worker = kept.stranger().get("/sw.js");

    assertThat(worker.headers().firstValue("Cache-Control")).contains("no-cache");
    assertThat(worker.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/javascript");
    assertThat(kept.stranger().get("/manifest.webmanifest").headers().firstValue("Content-Type"))
        .contains("application/manifest+json");
    assertThat(kept.stranger().get("/offline").body()).contains("Promises are still counted");
  }

  @Test
  void anAlarmLeadsToTheNumberToCall() {
    var conversation = kept.shop.crackedTv();
    var promise = kept.shop.promise(conversation, kept.shop.priya, ofHours(4));
    var path = "/promises/" + promise.id() + "/call";
    var priya = kept.as(kept.shop.priya);
    assertThat(priya.get(path).body()).contains("Call Chuck Alvarez", "no number of theirs");

    var number = new Approach(
        IdentityKind.PHONE,
        "+12125550123",
        null,
        "he told us",
        VerificationLevel.RECOGNISED,
        false);
    kept.rooms.customers.addIdentity(kept.shop.priya, promise.customer(), number);

    assertThat(priya.get(path).body())
        .contains("href=\"tel:+12125550123\"", "Swap the cracked TV", "Yours to keep.");
    assertThat(tomas.get(path).statusCode()).isEqualTo(404);
  }

  private static HttpResponse<String> add(TestBrowser browser, PushAddress address) {
    return add(browser, address.endpoint(), address.p256dh(), address.auth());
  }

  private static HttpResponse<String> add(
      TestBrowser browser, String endpoint, String p256dh, String auth) {
    return browser.post(DEVICES, "endpoint", endpoint, "p256dh", p256dh, "auth", auth);
  }
}
