package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kept.TestBrowser;
import kept.TestKept;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The tablet on the counter of Marlow & Daughter.
class ShopDeviceEdgeTest {
  private final TestKept kept = new TestKept();

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void showsFacesOnceTheOwnerSaidThatItIsTheShops() {
    var tablet = kept.as(kept.shop.dana);

    var made = tablet.post("/settings/shop-devices", "device_name", "Counter tablet");

    assertThat(TestBrowser.leadsTo(made)).isEqualTo("/in");
    assertThat(tablet.cookies()).containsKey("kept_shop").doesNotContainKey("kept");
    assertThat(tablet.get("/in").body()).contains("Tap your face", "Priya", "Edie", "Dana");
    assertThat(kept.stranger().get("/in").body()).doesNotContain("Tap your face", "Edie");
  }

  @Test
  void takesAPinThereAndNowhereElse() {
    kept.rooms.dayPins.set(kept.shop.priya, "4711");
    var face = "/in/faces/" + kept.shop.priya;
    assertThat(TestBrowser.leadsTo(kept.stranger().post(face, "pin", "4711"))).isEqualTo("/in");
    assertThat(TestBrowser.leadsTo(kept.stranger().get(face))).isEqualTo("/in");

    var tablet = tablet();
    var wrong = tablet.post(face, "pin", "4712");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("4 tries left");

    assertThat(TestBrowser.leadsTo(tablet.post(face, "pin", "4711"))).isEqualTo("/");
    assertThat(tablet.get("/settings/team").statusCode()).isEqualTo(200);
  }

  @Test
  void isEmptyAgainWhenTheShopCloses() {
    kept.rooms.dayPins.set(kept.shop.priya, "4711");
    var tablet = tablet();
    tablet.post("/in/faces/" + kept.shop.priya, "pin", "4711");
    var closing = kept.rooms.shopDevices.until();

    kept.clock.advance(Duration.between(kept.clock.instant(), closing).minusMinutes(1));
    assertThat(tablet.get("/settings/you").statusCode()).isEqualTo(200);
    kept.clock.advance(Duration.ofMinutes(1));

    assertThat(tablet.get("/settings/you").statusCode()).isEqualTo(303);
  }

  @Test
  void letsAPinChangeNothingAboutComingIn() {
    kept.rooms.dayPins.set(kept.shop.priya, "4711");
    var tablet = tablet();
    tablet.post("/in/faces/" + kept.shop.priya, "pin", "4711");

    assertThat(tablet.post("/settings/you/passkeys/challenge").statusCode()).isEqualTo(422);
    assertThat(tablet.post("/settings/you/pin", "pin", "8265").statusCode()).isEqualTo(422);
    assertThat(tablet.post("/settings/you/code-app").statusCode()).isEqualTo(422);
  }

  @Test
  void makesAnOwnersPinNoMoreThanAnybodyElses() {
    kept.rooms.dayPins.set(kept.shop.dana, "4711");
    var tablet = tablet();
    tablet.post("/in/faces/" + kept.shop.dana, "pin", "4711");

    assertThat(tablet.get("/settings/team").statusCode()).isEqualTo(200);
    assertThat(tablet.get("/settings/hours").statusCode()).isEqualTo(403);
    assertThat(tablet.post("/settings/team/" + kept.shop.priya + "/way-back").statusCode())
        .isEqualTo(403);
  }

  @Test
  void isNobodysOnceTheOwnerTakesItBack() {
    var tablet = tablet();
    var id = kept.rooms.shopDevices.list().getFirst().id();

    kept.as(kept.shop.dana).post("/settings/shop-devices/" + id + "/removal");

    assertThat(tablet.get("/in").body()).doesNotContain("Tap your face");
    assertThat(kept.as(kept.shop.dana).get("/settings/shop-devices").body())
        .contains("No device is the shop’s.");
  }

  @Test
  void isForTheOwnerToSay() {
    assertThat(kept.as(kept.shop.priya)
            .post("/settings/shop-devices", "device_name", "Mine")
            .statusCode())
        .isEqualTo(403);
  }

  private TestBrowser tablet() {
    var tablet = kept.as(kept.shop.dana);
    tablet.post("/settings/shop-devices", "device_name", "Counter tablet");
    return tablet;
  }
}
