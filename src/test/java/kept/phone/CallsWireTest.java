package kept.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import kept.frontdoor.Overflow;
import kept.frontdoor.Plan;
import kept.frontdoor.Wave;
import kept.line.Sipp;
import kept.line.speech.Wav;
import kept.promises.Kind;
import kept.promises.PromiseState;
import kept.team.AgentId;
import org.junit.jupiter.api.Test;

/// Calls as the shop has them, with sipp as carrier, callers and phones.
class CallsWireTest {

  @Test
  void whoeverIsFreeRingsAndTheFirstGetsTheCall() throws Exception {
    try (var shop = new TestPhones()) {
      var slow = shop.phone(shop.kept.shop.edie, "uas-rings-in-vain");
      var quick = shop.phone(shop.kept.shop.priya, "uas-answers");
      shop.rings("uac-talks", 500);
      quick.passes();
      slow.passes();

      var call = shop.over();
      assertThat(call.outcome()).isEqualTo(Outcome.TALKED);
      assertThat(call.agent()).isEqualTo(shop.kept.shop.priya);
      assertThat(call.number()).isEqualTo("+14155550142");
      assertThat(call.promise()).isNull();
      var rooms = shop.kept.rooms;
      assertThat(rooms.conversations.get(call.conversation()).agent())
          .isEqualTo(shop.kept.shop.priya);
      assertThat(rooms.conversations.get(call.conversation()).waitingSince()).isNull();
      assertThat(rooms.customers.get(call.customer()).name()).isEqualTo("(415) 555-0142");
      assertThat(rooms.efforts.costOf(call.conversation()).contacts()).isEqualTo(1);
    }
  }

  @Test
  void aCallThatNobodyTakesBecomesAPromise() throws Exception {
    try (var shop = new TestPhones(Overflow.RING_BACK)) {
      shop.rings("uac-hears-bye", 0);

      var call = shop.over();
      assertThat(call.outcome()).isEqualTo(Outcome.MISSED);
      var promise = shop.kept.rooms.promises.get(call.promise());
      assertThat(promise.what()).isEqualTo("Ring (415) 555-0142 back");
      assertThat(promise.kind()).isEqualTo(Kind.CALLBACK);
      assertThat(promise.state()).isEqualTo(PromiseState.OPEN);
      assertThat(promise.dueAt()).isEqualTo(shop.kept.clock.in(Duration.ofMinutes(60)));
      assertThat(shop.kept.rooms.conversations.get(call.conversation()).waitingSince())
          .isNotNull();
    }
  }

  @Test
  void whoeverRingsAgainJoinsTheirPromise() throws Exception {
    try (var shop = new TestPhones()) {
      shop.phone(shop.kept.shop.priya, "uas-rings-in-vain");
      shop.rings("uac-cancels", 0);
      shop.over(1);
      shop.rings("uac-talks", 200);

      var calls = shop.over(2);
      assertThat(calls).extracting(PhoneCall::promise).doesNotContainNull();
      assertThat(calls.getFirst().promise()).isEqualTo(calls.getLast().promise());
      assertThat(calls.getFirst().conversation()).isEqualTo(calls.getLast().conversation());
    }
  }

  @Test
  void aVoicemailIsOnDiskAndSomebodyIsToHearIt() throws Exception {
    try (var shop = new TestPhones()) {
      shop.rings("uac-talks", 8000);

      var call = shop.over();
      assertThat(call.outcome()).isEqualTo(Outcome.VOICEMAIL);
      assertThat(shop.kept.rooms.promises.get(call.promise()).what())
          .isEqualTo("Hear (415) 555-0142’s voicemail and ring back");
      var file = shop.kept.shop.folder.resolve("recordings").resolve(call.recording());
      TestPhones.waits(
          "the recording ends", () -> Files.exists(file) && file.toFile().length() > 1000);
      assertThat(Wav.read(Files.readAllBytes(file))).isNotEmpty();
    }
  }

  @Test
  void whoeverWithholdsTheirNumberIsNobodyWeKnow() throws Exception {
    try (var shop = new TestPhones()) {
      shop.rings("uac-withholds", 200);
      shop.rings("uac-withholds", 200);

      var calls = shop.over(2);
      assertThat(calls.getFirst().number()).isNull();
      assertThat(calls.getFirst().customer()).isNotEqualTo(calls.getLast().customer());
      var promise = shop.kept.rooms.promises.get(calls.getFirst().promise());
      assertThat(promise.kind()).isEqualTo(Kind.OTHER);
      assertThat(promise.what()).isEqualTo("Acknowledge a call from a withheld number");
    }
  }

  @Test
  void whoeverRingsAClosedShopHearsSoAndIsRungBackWhenItOpens() throws Exception {
    try (var shop = new TestPhones()) {
      shop.phone(shop.kept.shop.priya, "uas-rings-in-vain");
      shop.kept.clock.advance(Duration.ofHours(12));
      shop.rings("uac-talks", 300);

      var call = shop.over();
      assertThat(call.outcome()).isEqualTo(Outcome.CLOSED);
      assertThat(call.rangAt()).isNull();
      var due = shop.kept.rooms.promises.get(call.promise()).dueAt();
      assertThat(shop.kept.rooms.shop.time().due(due, shop.kept.clock.instant()))
          .contains("9:00 am");
    }
  }

  @Test
  void whoeverKnowsTheCallerRingsFirst() throws Exception {
    var everyone = new Wave(List.of(), Duration.ofSeconds(10));
    try (var shop = new TestPhones(new Plan(true, List.of(everyone), Overflow.VOICEMAIL))) {
      var knows = shop.phone(shop.kept.shop.edie, "uas-answers");
      takesCalls(shop, shop.kept.shop.priya, false);
      shop.rings("uac-talks", 200);
      knows.passes();
      takesCalls(shop, shop.kept.shop.priya, true);
      var other = shop.phone(shop.kept.shop.priya, "uas-rings-in-vain");
      var again = shop.phone(shop.kept.shop.edie, "uas-answers");
      shop.rings("uac-talks", 200);
      again.passes();

      assertThat(shop.over(2)).extracting(PhoneCall::agent).containsOnly(shop.kept.shop.edie);
      assertThat(other.messages()).doesNotContain("INVITE sip:");
    }
  }

  @Test
  void whoeverTakesItOverHasIt() throws Exception {
    try (var shop = new TestPhones()) {
      takesCalls(shop, shop.kept.shop.edie, false);
      var first = shop.phone(shop.kept.shop.priya, "uas-refers");
      var next = shop.phone(shop.kept.shop.edie, "uas-answers");
      shop.rings("uac-talks", 3000);
      first.passes();
      next.passes();

      var call = shop.over();
      assertThat(call.agent()).isEqualTo(shop.kept.shop.edie);
      assertThat(call.outcome()).isEqualTo(Outcome.TALKED);
      assertThat(shop.kept.rooms.efforts.costOf(call.conversation()).handOvers())
          .isEqualTo(1);
    }
  }

  @Test
  void whoeverPassesACallOnAndHangsUpAtOnceCutsNobodyOff() throws Exception {
    try (var shop = new TestPhones()) {
      takesCalls(shop, shop.kept.shop.edie, false);
      shop.phone(shop.kept.shop.priya, "uas-refers-and-goes");
      var next = shop.phone(shop.kept.shop.edie, "uas-answers");
      shop.rings("uac-talks", 3000);
      next.passes();

      assertThat(shop.over().agent()).isEqualTo(shop.kept.shop.edie);
    }
  }

  @Test
  void nobodyRingsForACallerWhoIsGone() throws Exception {
    try (var shop = TestPhones.ownerLast()) {
      shop.phone(shop.kept.shop.priya, "uas-rings-in-vain");
      var second = shop.phone(shop.kept.shop.dana, "uas-rings-in-vain");
      shop.rings("uac-cancels", 0);

      assertThat(shop.over().answeredAt()).isNull();
      assertThat(second.messages()).doesNotContain("INVITE sip:");
    }
  }

  @Test
  void aCallForHelpThatNoTrunkCarriesIsToldSoAtOnce() throws Exception {
    try (var shop = new TestPhones()) {
      shop.phone(shop.kept.shop.priya, "uac-dials", "-s", "911", "-d", "300").passes();

      assertThat(shop.over(0)).as("customers called").isEmpty();
    }
  }

  @Test
  void aPhoneOfOursCallsACustomer() throws Exception {
    // It is asked whether it is there, which sipp counts as a call.
    var options = List.of("-p", "" + TestPhones.CARRIER_PORT, "-aa", "-m", "20");
    try (var carrier =
            Sipp.start("uas-answers", TestPhones.CARRIER, 9, options.toArray(String[]::new));
        var shop = new TestPhones()) {
      shop.phone(shop.kept.shop.priya, "uac-dials", "-s", "4155550142", "-d", "300")
          .passes();

      var call = shop.over();
      assertThat(call.isInbound()).isFalse();
      assertThat(call.number()).isEqualTo("+14155550142");
      assertThat(call.agent()).isEqualTo(shop.kept.shop.priya);
      assertThat(call.outcome()).isEqualTo(Outcome.TALKED);
      assertThat(carrier.messages()).contains("From: \"Marlow & Daughter\" <sip:+14155550100@");
    }
  }

  @Test
  void whoeverRingsWhileEverybodyTalksHearsTheirPlaceAndKeepsIt() throws Exception {
    try (var shop = new TestPhones(Overflow.RING_BACK)) {
      var phone = shop.phone(shop.kept.shop.priya, "uas-answers");
      var first = shop.later("uac-talks", 4000);
      TestPhones.waits(
          "they talk",
          () -> shop.kept.rooms.calls.live().stream().anyMatch(call -> call.talkedAt() != null));
      shop.rings("uac-talks", 1000);
      first.join();
      phone.passes();

      var calls = shop.over(2);
      assertThat(calls)
          .extracting(PhoneCall::outcome)
          .containsExactly(Outcome.MISSED, Outcome.TALKED);
      var waited = calls.getFirst();
      assertThat(waited.answeredAt()).isNotNull();
      assertThat(waited.rangAt()).isNull();
      assertThat(waited.promise()).isNotNull();
      assertThat(shop.kept.rooms.calls.places().keeps(waited)).isTrue();
    }
  }

  private static void takesCalls(TestPhones shop, AgentId agent, boolean now) {
    shop.kept.shop.change(agent, each -> each.takingCalls(now));
  }
}
