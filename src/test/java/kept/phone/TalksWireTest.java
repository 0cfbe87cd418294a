package kept.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kept.TestBrowser;
import kept.promises.Kind;
import kept.promises.PromiseState;
import kept.team.AgentId;
import kept.team.Mobile;
import org.junit.jupiter.api.Test;

/// What people at the desk do with calls that go on: a browser gives the commands, sipp plays the
/// customer, the carrier and the phones.
class TalksWireTest {
  private static final String MOBILE = "+14155550177";

  @Test
  void whoeverIsHeldHearsMusicAndItIsCounted() throws Exception {
    try (var shop = new TestPhones()) {
      shop.phone(shop.kept.shop.priya, "uas-answers");
      shop.later("uac-talks", 4000);
      var call = talked(shop);
      var priya = shop.kept.as(shop.kept.shop.priya);
      assertThat(priya.get("/call/" + call.id()).body())
          .contains("Mic is on", "Person in", "Hand over");

      priya.post("/call/" + call.id() + "/hold");
      waits(shop, call, state -> state.heldSince() != null);
      assertThat(priya.get("/call/" + call.id()).body()).contains("hears music");
      shop.kept.clock.advance(Duration.ofSeconds(90));
      priya.post("/call/" + call.id() + "/resuming");
      waits(shop, call, state -> state.heldSince() == null);

      shop.over();
      assertThat(number(shop, "select holds from call")).isEqualTo(1);
      assertThat(number(shop, "select hold_seconds from call")).isEqualTo(90);
      assertThat(number(shop, "select sum(amount) from effort where kind = 'HOLD'"))
          .isPositive();
      assertThat(priya.get("/call/" + call.id()).headers().firstValue("Location"))
          .hasValue("/call/" + call.id() + "/wrap-up");
    }
  }

  @Test
  void aColleagueHearsTheStoryBeforeTheyGetTheCall() throws Exception {
    try (var shop = new TestPhones()) {
      takesCalls(shop, shop.kept.shop.edie, false);
      var first = shop.phone(shop.kept.shop.priya, "uas-answers");
      var next = shop.phone(shop.kept.shop.edie, "uas-answers");
      shop.later("uac-talks", 5000);
      var call = talked(shop);
      var priya = shop.kept.as(shop.kept.shop.priya);
      asks(shop, priya, call);

      priya.post("/call/" + call.id() + "/completion");
      waits(shop, call, state -> state.agent().equals(shop.kept.shop.edie));
      first.passes();
      next.passes();

      assertThat(shop.over().agent()).isEqualTo(shop.kept.shop.edie);
      assertThat(number(shop, "select warm_hand_overs from call")).isEqualTo(1);
      assertThat(number(shop, "select hand_overs from call")).isZero();
      assertThat(shop.kept.rooms.callLegs.of(call.id()))
          .extracting(CallLeg::agent)
          .containsExactlyInAnyOrder(null, shop.kept.shop.priya, shop.kept.shop.edie);
    }
  }

  @Test
  void whoeverBacksOutHasTheCallAsBefore() throws Exception {
    try (var shop = new TestPhones()) {
      takesCalls(shop, shop.kept.shop.edie, false);
      shop.phone(shop.kept.shop.priya, "uas-answers");
      var next = shop.phone(shop.kept.shop.edie, "uas-answers");
      shop.later("uac-talks", 5000);
      var call = talked(shop);
      var priya = shop.kept.as(shop.kept.shop.priya);
      asks(shop, priya, call);

      priya.post("/call/" + call.id() + "/backing-out");
      waits(shop, call, state -> state.asked() == null);
      next.passes();

      assertThat(shop.over().agent()).isEqualTo(shop.kept.shop.priya);
      assertThat(number(shop, "select warm_hand_overs + hand_overs from call")).isZero();
    }
  }

  @Test
  void nobodyElseCommandsACall() throws Exception {
    try (var shop = new TestPhones()) {
      shop.phone(shop.kept.shop.priya, "uas-answers");
      shop.later("uac-talks", 2500);
      var call = talked(shop);
      var edie = shop.kept.as(shop.kept.shop.edie);

      assertThat(edie.post("/call/" + call.id() + "/end").body()).contains("Somebody else has");
      assertThat(edie.post("/call/" + call.id() + "/keys", "keys", "1").statusCode())
          .isEqualTo(422);
      assertThat(shop.over().outcome()).isEqualTo(Outcome.TALKED);
      assertThat(edie.post("/call/" + call.id() + "/hold").body()).contains("This call is over");
    }
  }

  @Test
  void ourPhoneRingsBeforeTheirs() throws Exception {
    try (var carrier = TestPhones.carrier("uas-answers");
        var shop = new TestPhones()) {
      var tv = shop.kept.shop.crackedTv();
      var promise = shop.kept.shop.promise(tv, shop.kept.shop.priya, Duration.ofHours(4));
      var ours = shop.phone(shop.kept.shop.priya, "uas-answers");
      var priya = shop.kept.as(shop.kept.shop.priya);
      var page = priya.post(
          "/people/" + tv.customer() + "/calling",
          "number",
          "(415) 555-0142",
          "promise",
          promise.id().toString());
      assertThat(page.body()).contains("Your phone rings");

      var call = talked(shop);
      assertThat(call.isInbound()).isFalse();
      assertThat(call.about()).isEqualTo(promise.id());
      priya.post("/call/" + call.id() + "/end");
      ours.passes();
      assertThat(shop.over().outcome()).isEqualTo(Outcome.TALKED);
      assertThat(carrier.messages()).contains("From: \"Marlow & Daughter\" <sip:+14155550100@");
    }
  }

  @Test
  void aMobileTakesACallOnlyWithAPersonAtIt() throws Exception {
    try (var carrier = TestPhones.carrier("uas-presses-one");
        var shop = new TestPhones()) {
      shop.kept.shop.change(
          shop.kept.shop.priya, agent -> agent.reachedAt(new Mobile(MOBILE, true)));
      shop.later("uac-talks", 6000);
      var call = talked(shop);

      assertThat(call.agent()).isEqualTo(shop.kept.shop.priya);
      assertThat(shop.over().outcome()).isEqualTo(Outcome.TALKED);
      assertThat(carrier.messages()).contains("INVITE sip:" + MOBILE);
    }
  }

  @Test
  void aMailboxNeverAnswersForAPerson() throws Exception {
    try (var carrier = TestPhones.carrier("uas-answers");
        var shop = new TestPhones()) {
      shop.kept.shop.change(
          shop.kept.shop.priya, agent -> agent.reachedAt(new Mobile(MOBILE, true)));
      shop.later("uac-talks", 3000);

      assertThat(shop.over().outcome()).isEqualTo(Outcome.MISSED);
      assertThat(carrier.messages()).contains("INVITE sip:" + MOBILE);
    }
  }

  @Test
  void whoeverHoldsTooLongPromisesToRingBackInstead() throws Exception {
    try (var shop = new TestPhones()) {
      shop.phone(shop.kept.shop.priya, "uas-answers");
      shop.later("uac-hears-bye", 0);
      var call = talked(shop);
      var priya = shop.kept.as(shop.kept.shop.priya);
      priya.post("/call/" + call.id() + "/hold");
      waits(shop, call, state -> state.heldSince() != null);
      priya.post("/call/" + call.id() + "/ring-back");

      assertThat(shop.over().outcome()).isEqualTo(Outcome.TALKED);
      assertThat(shop.kept.rooms.promises.to(call.customer())).anySatisfy(promise -> {
        assertThat(promise.kind()).isEqualTo(Kind.CALLBACK);
        assertThat(promise.state()).isEqualTo(PromiseState.OPEN);
      });
    }
  }

  @Test
  void theOwnersPhoneRingsBeforeAPromiseBreaks() throws Exception {
    try (var carrier = TestPhones.carrier("uas-presses-one");
        var shop = new TestPhones()) {
      var dana = shop.kept.shop.dana;
      var tv = shop.chuck();
      shop.kept.shop.change(dana, agent -> agent.reachedAt(new Mobile(MOBILE, false)));
      var promise = shop.kept.shop.promise(tv, shop.kept.shop.priya, Duration.ofHours(2));
      shop.kept.clock.advance(Duration.ofMinutes(111));
      shop.kept.kept().clockMoved();

      var call = talked(shop);
      assertThat(call.agent()).isEqualTo(dana);
      assertThat(call.number()).isEqualTo("+14155550142");
      assertThat(call.about()).isEqualTo(promise.id());
      shop.kept.as(dana).post("/call/" + call.id() + "/end");
      shop.over();
      assertThat(carrier.messages()).contains("INVITE sip:" + MOBILE, "INVITE sip:+14155550142");
      TestPhones.waits(
          "it is written that the owner heard it",
          () -> number(
                  shop,
                  "select count(*) from delivery where kind = 'call' and server_words like 'They picked up%'")
              == 1);
    }
  }

  /// A phone of theirs that is not registered is tried like one that nobody picks up.
  @Test
  void theOwnersPhoneIsTriedThreeTimes() throws Exception {
    try (var shop = new TestPhones()) {
      var dana = shop.kept.shop.dana;
      shop.kept.rooms.phones.add(dana, dana, "Counter");
      shop.kept.shop.promise(shop.chuck(), shop.kept.shop.priya, Duration.ofHours(2));
      shop.kept.clock.advance(Duration.ofMinutes(111));
      for (int each = 1; each <= 3; each++) {
        var tries = each;
        shop.kept.kept().clockMoved();
        TestPhones.waits(
            "it was tried " + tries + " times",
            () -> number(
                    shop,
                    "select count(*) from delivery where kind = 'call' and server_words is not null and tries = "
                        + tries)
                == 1);
        shop.kept.clock.advance(Duration.ofMinutes(1));
      }
      assertThat(
              number(
                  shop,
                  "select count(*) from delivery where kind = 'call' and server_words like '%It was tried 3 times.'"))
          .isEqualTo(1);
    }
  }

  private static void asks(TestPhones shop, TestBrowser priya, PhoneCall call)
      throws InterruptedException {
    priya.post(
        "/call/" + call.id() + "/hand-over",
        "agent",
        shop.kept.shop.edie.toString(),
        "how",
        "warm");
    waits(shop, call, state -> state.asked() != null && state.asked().talking());
    assertThat(priya.get("/call/" + call.id()).body()).contains("You’re talking with Edie");
  }

  /// The call, once a person talks in it.
  private static PhoneCall talked(TestPhones shop) throws InterruptedException {
    TestPhones.waits(
        "they talk",
        () -> shop.kept.rooms.calls.live().stream().anyMatch(call -> call.talkedAt() != null));
    return shop.kept.rooms.calls.live().getFirst();
  }

  private static void waits(
      TestPhones shop, PhoneCall call, java.util.function.Predicate<TalkState> fact)
      throws InterruptedException {
    TestPhones.waits(
        "the talk changes",
        () -> shop.kept.kept().talks().of(call.id()).filter(fact).isPresent());
  }

  private static int number(TestPhones shop, String sql) {
    return shop.kept.rooms.database.read(
        tx -> tx.createQuery(sql).mapTo(Integer.class).one());
  }

  private static void takesCalls(TestPhones shop, AgentId agent, boolean now) {
    shop.kept.shop.change(agent, each -> each.takingCalls(now));
  }
}
