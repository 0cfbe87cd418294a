package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kept.TestBrowser;
import kept.TestKept;
import kept.frontdoor.FrontDoor;
import kept.frontdoor.FrontDoorId;
import kept.frontdoor.FrontDoors;
import kept.texts.TwilioPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the front door shows of the text to whoever rings in vain. It is 9:00 on a Tuesday.
class DoorTextsEdgeTest {
  private final TwilioPeer twilio = new TwilioPeer();
  private final TestKept kept = new TestKept();
  private final TestBrowser dana = kept.as(kept.shop.dana);

  @BeforeEach
  void open() {
    kept.rooms.frontDoors.set(
        kept.shop.dana, new FrontDoor(FrontDoorId.next(), "The shop", FrontDoors.usual()));
  }

  @AfterEach
  void close() {
    kept.close();
    twilio.close();
  }

  @Test
  void itIsTheTextThatWouldGoNowOrAsSoonAsTheShopTurns() {
    kept.rooms.shopTexts.set(kept.shop.dana, twilio.account(), TwilioPeer.TOKEN);

    assertThat(dana.get("/front-door").body())
        .contains("Marlow &amp; Daughter here, sorry we missed you."
            + " A person will ring you by 10:00 am. Want another time?")
        .contains("Marlow &amp; Daughter here. We open Wed 8:00 am."
            + " A person will ring you by tomorrow 9:00 am. Want another time?");
    kept.clock.advance(Duration.ofHours(12));
    assertThat(dana.get("/front-door").body())
        .contains("sorry we missed you. A person will ring you by 9:00 am.")
        .contains("We open Wed 8:00 am. A person will ring you by tomorrow 9:00 am.");
  }

  @Test
  void withoutTextsThePageSaysThatNoneGoes() {
    assertThat(dana.get("/front-door").body())
        .contains("No text tells them so yet.", "/settings/texts")
        .doesNotContain("sorry we missed you");
    assertThat(kept.as(kept.shop.priya).get("/front-door").body())
        .doesNotContain("/settings/texts");
  }
}
