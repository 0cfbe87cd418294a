package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kept.TestBrowser;
import kept.TestKept;
import kept.line.sip.Transport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The owner sets the phone up without a script.
class PhonePagesEdgeTest {
  private static final String PHONE = "/settings/phone";
  private static final Pattern ADDRESS = Pattern.compile("value=\"http://[^\"]+(/pbx/[^\"]+)\"");

  private final TestKept kept = new TestKept();
  private final TestBrowser dana = kept.as(kept.shop.dana);

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void aFirstNumberGetsTheUsualFrontDoor() {
    assertThat(dana.get(PHONE).body()).contains("No number rings here yet.");

    dana.post(PHONE + "/numbers", "number", "+1 415 555 0100", "number_name", "");

    assertThat(dana.get(PHONE).body()).contains("People reach you at (415) 555-0100.");
    assertThat(kept.rooms.frontDoors.list()).singleElement();
    var id = kept.rooms.lines.list().getFirst().id();
    dana.post(PHONE + "/numbers/" + id, "name", "Repairs");
    assertThat(kept.rooms.lines.list().getFirst().name()).isEqualTo("Repairs");
    dana.post(PHONE + "/numbers/" + id + "/removal");
    assertThat(kept.rooms.lines.list()).isEmpty();
  }

  @Test
  void aNumberThatIsNoneIsRefusedWithWhatWasTyped() {
    var answer = dana.post(PHONE + "/numbers", "number", "ask Dana", "number_name", "Shop");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Write the number with its country", "value=\"ask Dana\"");
  }

  @Test
  void aPhonesPasswordIsShownOnce() {
    var answer = dana.post(
        PHONE + "/phones",
        "agent",
        kept.shop.edie.toString(),
        "phone_name",
        "Workshop",
        "location",
        "At the back");
    var phone = kept.rooms.phones.list().getFirst();

    assertThat(answer.body())
        .contains("Edie’s Workshop, ready to register", "given-password", phone.userName());
    assertThat(dana.get(PHONE).body())
        .contains("never registered", "value=\"At the back\"")
        .doesNotContain("given-password");
    dana.post(PHONE + "/phones/" + phone.id(), "name", "Workshop", "location", "Upstairs");
    assertThat(kept.as(kept.shop.edie).get("/settings/you").body()).contains("Workshop: Upstairs");
    assertThat(kept.as(kept.shop.priya).get("/settings/you").body()).doesNotContain("Upstairs");
    dana.post(PHONE + "/phones/" + phone.id() + "/removal");
    assertThat(kept.rooms.phones.list()).isEmpty();
  }

  @Test
  void aProviderIsAddedChangedTriedAndRemoved() {
    provider("", "name", "Carrier", "user", "acct", "password", "secret", "registers", "yes");
    var trunk = kept.rooms.trunks.list().getFirst();
    assertThat(trunk.userName()).isEqualTo("acct");
    assertThat(dana.get(PHONE).body()).doesNotContain("secret");

    provider("/" + trunk.id(), "name", "Carrier", "user", "acct", "transport", "tcp");

    var changed = kept.rooms.trunks.get(trunk.id());
    assertThat(changed.transport()).isEqualTo(Transport.TCP);
    assertThat(changed.registers()).isFalse();
    assertThat(changed.userName()).isEqualTo("acct");
    assertThat(dana.post(PHONE + "/providers/" + trunk.id() + "/tests").body())
        .containsAnyOf("Nothing listens at port 9 (TCP)", "not open here");
    dana.post(PHONE + "/providers/" + trunk.id() + "/removal");
    assertThat(kept.rooms.trunks.list()).isEmpty();
  }

  @Test
  void aProviderThatCannotBeSavedKeepsWhatWasTypedButThePassword() {
    var answer = provider("", "name", "Carrier", "password", "secret");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("A user name and a password belong together.", "value=\"Carrier\"")
        .doesNotContain("secret");
  }

  @Test
  void theAddressForAnotherPhoneSystemWorksUntilItIsTakenBack() {
    var made = ADDRESS.matcher(dana.post(PHONE + "/pbx").body());
    assertThat(made.find()).isTrue();
    var pbx = kept.stranger();
    assertThat(call(pbx, made.group(1))).isEqualTo(204);
    assertThat(dana.get(PHONE).body()).contains("Last heard").doesNotContain(made.group(1));

    dana.post(PHONE + "/pbx/revocation");

    assertThat(call(pbx, made.group(1))).isEqualTo(404);
  }

  @Test
  void howLongRecordingsAreKeptIsTheOwnersChoice() {
    dana.post(PHONE + "/recordings", "keeping", "365");

    assertThat(kept.rooms.recordings.kept().words()).isEqualTo("a year");
    assertThat(dana.post(PHONE + "/recordings", "keeping", "7").statusCode()).isEqualTo(422);
  }

  private static int call(TestBrowser pbx, String path) {
    return pbx.post(
            path, "event", "newCall", "callId", "1", "direction", "in", "from", "+14155550142")
        .statusCode();
  }

  private HttpResponse<String> provider(String path, String... fields) {
    var all = new ArrayList<>(List.of("host", "127.0.0.1", "port", "9"));
    all.addAll(List.of(fields));
    return dana.post(PHONE + "/providers" + path, all.toArray(String[]::new));
  }
}
