package kept.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import kept.TestBrowser;
import kept.TestKept;
import kept.TestShop;
import kept.conversations.Direction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A shop that stays with its phone system, which tells of its calls.
class OutsideCallsEdgeTest {
  private static final String CHUCK = "14155550142";
  private final TestKept kept = new TestKept();
  private final TestBrowser pbx = kept.stranger();
  private final String path = "/pbx/" + kept.rooms.pbxKeys.create(kept.shop.dana);

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void whoeverRingsPopsUp() {
    newCall("a");

    var call = calls().getFirst();
    assertThat(call.carrier()).isEqualTo(Carrier.PBX);
    assertThat(call.number()).isEqualTo("+14155550142");
    assertThat(call.isOver()).isFalse();
    assertThat(kept.as(kept.shop.priya).get("/calls/now").body()).contains("(415) 555-0142");
  }

  @Test
  void whoeverNobodyTookIsRungBack() {
    newCall("a");
    tell("event", "hangup", "callId", "a", "cause", "cancel");

    var call = calls().getFirst();
    assertThat(call.outcome()).isEqualTo(Outcome.MISSED);
    assertThat(kept.rooms.promises.get(call.promise()).what())
        .isEqualTo("Ring (415) 555-0142 back");
  }

  @Test
  void whoeverTookItIsKnownByMailNameOrExtension() {
    var phone = kept.rooms.phones.add(kept.shop.dana, kept.shop.edie, "Desk").phone();
    for (var user : List.of("priya@example.com", "Priya Nair", "priya", phone.userName())) {
      newCall(user);
      tell("event", "answer", "callId", user, "user", user);
      tell("event", "hangup", "callId", user, "cause", "normalClearing");
    }

    assertThat(calls()).extracting(PhoneCall::outcome).containsOnly(Outcome.TALKED);
    assertThat(calls())
        .extracting(PhoneCall::agent)
        .containsExactly(kept.shop.edie, kept.shop.priya, kept.shop.priya, kept.shop.priya);
    assertThat(calls()).extracting(PhoneCall::promise).containsOnlyNulls();
  }

  @Test
  void somebodyWhomWeDoNotKnowTalkedAllTheSame() {
    newCall("a");
    tell("event", "answer", "callId", "a", "user", "Reception 2");
    assertThat(kept.as(kept.shop.priya).get("/calls/now").body()).doesNotContain("(415) 555-0142");
    tell("event", "hangup", "callId", "a");

    var call = calls().getFirst();
    assertThat(call.agent()).isNull();
    assertThat(call.outcome()).isEqualTo(Outcome.TALKED);
    assertThat(call.promise()).isNull();
    assertThat(kept.as(kept.shop.priya).get("/c/" + call.conversation()).body())
        .contains("rang and talked with one of us");
  }

  @Test
  void whatIsToldTwiceCountsOnce() {
    for (int twice = 0; twice < 2; twice++) {
      newCall("a");
      tell("event", "answer", "callId", "a", "user", "priya");
    }
    for (int twice = 0; twice < 2; twice++) tell("event", "hangup", "callId", "a");

    assertThat(calls()).hasSize(1);
    assertThat(kept.rooms.efforts.costOf(calls().getFirst().conversation()).handOvers())
        .isZero();
  }

  @Test
  void aNameThatIsGivenAgainIsAnotherCall() {
    newCall("a");
    tell("event", "hangup", "callId", "a");
    newCall("a");
    assertThat(calls()).hasSize(1);
    kept.clock.advance(Duration.ofMinutes(2));

    newCall("a");
    tell("event", "answer", "callId", "a", "user", "priya");
    tell("event", "hangup", "callId", "a");

    assertThat(calls())
        .extracting(PhoneCall::outcome)
        .containsExactly(Outcome.TALKED, Outcome.MISSED);
  }

  @Test
  void eventsMayOvertakeEachOther() {
    tell("event", "hangup", "callId", "a");
    tell("event", "answer", "callId", "a", "user", "priya");
    assertThat(calls()).isEmpty();
    newCall("a");

    var call = calls().getFirst();
    assertThat(call.isOver()).isTrue();
    assertThat(call.agent()).isEqualTo(kept.shop.priya);
    assertThat(call.promise()).isNull();
  }

  @Test
  void takesJsonAndCallsOut() {
    pbx.header("Content-Type", "application/json");
    var answer = pbx.send(
        "POST",
        path,
        BodyPublishers.ofString("{\"event\":\"newCall\",\"callId\":\"b\",\"from\":\"4155550100\","
            + "\"to\":\"+14155550142\",\"direction\":\"out\",\"user[]\":[\"priya\"]}"));

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(calls().getFirst().direction()).isEqualTo(Direction.OUTBOUND);
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    assertThat(tell("event", "ring", "callId", "a")).isEqualTo(422);
    assertThat(tell("event", "newCall", "direction", "in")).isEqualTo(422);
    assertThat(tell("event", "newCall", "callId", "a", "direction", "up")).isEqualTo(422);
    assertThat(tell("event", "newCall", "callId", "a", "from", "1".repeat(20_000)))
        .isEqualTo(413);
    assertThat(pbx.post("/pbx/made-up", "event", "newCall", "callId", "a").statusCode())
        .isEqualTo(404);
    kept.rooms.pbxKeys.revoke(kept.shop.dana);
    assertThat(newCall("a")).isEqualTo(404);
    assertThat(calls()).isEmpty();
  }

  @Test
  void whoeverTellsTooFastIsSlowedDown() {
    assertThat(IntStream.range(0, 150).map(each -> tell("event", "hangup", "callId", "a")))
        .contains(429);
  }

  @Test
  void anEndThatNobodyToldOfIsNoPromiseToWhoeverTalked() {
    newCall("talked");
    tell("event", "answer", "callId", "talked", "user", "priya");
    newCall("lost");
    kept.clock.advance(Duration.ofHours(5));

    kept.rooms.outsideCalls.endForgotten();

    assertThat(calls()).allMatch(PhoneCall::isOver);
    assertThat(calls())
        .extracting(PhoneCall::outcome)
        .containsExactlyInAnyOrder(Outcome.TALKED, Outcome.DROPPED);
    assertThat(calls().stream().filter(call -> call.promise() != null)).hasSize(1);
  }

  @Test
  void aRestartLeavesThemAlone() {
    var shop = new TestShop();
    shop.rooms.outsideCalls.hear(
        new PbxNews(PbxNews.Kind.NEW_CALL, "a", "+14155550142", null, Direction.INBOUND, null));

    try (var again = new TestKept(shop)) {
      assertThat(again.rooms.calls.live()).hasSize(1);
    }
  }

  private int newCall(String name) {
    return tell(
        "event", "newCall", "callId", name, "from", CHUCK, "to", "14155550100", "direction", "in");
  }

  private int tell(String... fields) {
    return pbx.post(path, fields).statusCode();
  }

  private List<PhoneCall> calls() {
    return kept.rooms.calls.page(null, 50);
  }
}
