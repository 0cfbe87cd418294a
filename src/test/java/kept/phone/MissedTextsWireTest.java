package kept.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import kept.frontdoor.Overflow;
import kept.texts.Segments;
import kept.texts.TwilioPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who rings in vain gets a text within seconds. Calls come over real SIP, texts leave over real
/// HTTP.
class MissedTextsWireTest {
  private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/book/[\\w-]+)$");

  private final TwilioPeer twilio = new TwilioPeer();

  @AfterEach
  void close() {
    twilio.close();
  }

  @Test
  void whoeverNobodyCouldTakeIsToldByTextWhenAPersonRings() throws Exception {
    try (var shop = withTexts(Overflow.RING_BACK)) {
      shop.rings("uac-hears-bye", 0);
      shop.over();
      var over = System.nanoTime();
      var text = twilio.next();

      assertThat(Duration.ofNanos(System.nanoTime() - over)).isLessThan(Duration.ofSeconds(5));
      assertThat(text).containsEntry("To", "+14155550142");
      assertThat(text.get("Body"))
          .startsWith("Marlow & Daughter here, sorry we missed you."
              + " A person will ring you by 10:00 am. Want another time? http");
      assertThat(Segments.of(text.get("Body")).parts()).isEqualTo(1);
      var link = LINK.matcher(text.get("Body"));
      assertThat(link.find()).isTrue();
      assertThat(shop.kept.stranger().get(link.group(1)).body()).contains("Sorry we missed you.");
    }
  }

  @Test
  void whoeverRingsAgainIsNotToldTwice() throws Exception {
    try (var shop = withTexts(Overflow.RING_BACK)) {
      shop.rings("uac-hears-bye", 0);
      shop.over(1);
      twilio.next();
      shop.kept.clock.advance(Duration.ofMinutes(5));
      shop.rings("uac-hears-bye", 0);
      shop.over(2);
      shop.kept.rooms.deliveries.sendWhatIsDue();

      assertThat(twilio.asked()).isEqualTo(1);
    }
  }

  @Test
  void whoeverFindsTheShopClosedIsToldWhenItOpens() throws Exception {
    try (var shop = withTexts(Overflow.RING_BACK)) {
      shop.kept.clock.advance(Duration.ofHours(12));
      shop.rings("uac-talks", 300);
      shop.over();

      assertThat(twilio.next().get("Body"))
          .startsWith("Marlow & Daughter here. We open Wed 8:00 am."
              + " A person will ring you by tomorrow 9:00 am. Want another time?");
    }
  }

  @Test
  void whoeverWasOnHoldForTooLongReadsThatAndNotThatTheyWereMissed() throws Exception {
    try (var shop = withTexts(Overflow.RING_BACK)) {
      shop.phone(shop.kept.shop.priya, "uas-answers");
      shop.later("uac-hears-bye", 0);
      var call = shop.talked();
      var priya = shop.kept.as(shop.kept.shop.priya);
      priya.post("/call/" + call.id() + "/hold");
      shop.waits(call, state -> state.heldSince() != null);
      priya.post("/call/" + call.id() + "/ring-back");
      shop.over();

      var text = twilio.next().get("Body");
      assertThat(text)
          .startsWith("Marlow & Daughter here, sorry we kept you on hold."
              + " A person will ring you by 10:00 am. Want another time? http");
      assertThat(Segments.of(text).parts()).isEqualTo(1);
    }
  }

  @Test
  void whoeverStoodInLineReadsThatTheirPlaceIsKept() throws Exception {
    try (var shop = withTexts(Overflow.RING_BACK)) {
      shop.phone(shop.kept.shop.priya, "uas-answers");
      var first = shop.later("uac-talks", 4000);
      shop.talked();
      shop.rings("uac-talks", 1000);
      first.join();
      shop.over(2);

      assertThat(twilio.next().get("Body"))
          .startsWith("Marlow & Daughter here, your place in line is kept."
              + " A person will ring you by 10:00 am. Want another time? http");
    }
  }

  @Test
  void whoeverRingsWhileWeTalkReadsWhoRingsThemNext() throws Exception {
    try (var shop = withTexts(Overflow.RING_BACK)) {
      shop.phone(shop.kept.shop.priya, "uas-rings-in-vain");
      shop.later("uac-hears-bye", 0);
      TestPhones.waits("it rings", () -> shop.kept.rooms.calls.countLive() == 1);
      var call = shop.kept.rooms.calls.live().getFirst();
      shop.kept.as(shop.kept.shop.edie).post("/call/" + call.id() + "/soon");

      assertThat(twilio.next().get("Body"))
          .startsWith("Marlow & Daughter here, we are on another call."
              + " A person will ring you by 9:10 am. Want another time? http");
      shop.over();
      shop.kept.rooms.deliveries.sendWhatIsDue();
      assertThat(twilio.asked()).isEqualTo(1);
    }
  }

  @Test
  void withoutTextsSetUpNothingIsQueued() throws Exception {
    try (var shop = new TestPhones(Overflow.RING_BACK)) {
      shop.rings("uac-hears-bye", 0);
      shop.over();

      assertThat(shop.kept.rooms.deliveries.waiting()).isZero();
    }
  }

  private TestPhones withTexts(Overflow overflow) {
    var shop = new TestPhones(overflow);
    shop.kept.rooms.shopTexts.set(shop.kept.shop.dana, twilio.account(), TwilioPeer.TOKEN);
    return shop;
  }
}
