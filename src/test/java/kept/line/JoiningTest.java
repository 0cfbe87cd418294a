package kept.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import kept.line.rtp.Source;
import kept.line.sip.Softphone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

/// Who may join whom, and who is left: Chuck calls, 102 answers, others join.
class JoiningTest {
  private final List<Softphone> phones = new ArrayList<>();
  private TestLine kept;
  private Softphone chucksPhone;
  private Softphone.Dialog chucksCall;
  private Call call;
  private Leg chuck;
  private Leg priya;

  @BeforeEach
  void open() throws Exception {
    kept = new TestLine();
    kept.desk.confers = true;
    chucksPhone = Softphone.udp(kept.port(), "127.0.0.2", "+15550100");
    phones.add(chucksPhone);
    for (var user : List.of("102", "103", "104", "105")) {
      var phone = Softphone.udp(kept.port(), "127.0.0.1", user);
      phones.add(phone);
      phone.register();
    }
    chucksCall = chucksPhone.call("8102");
    kept.desk.await("two who talk", desk -> !desk.all(CallEvent.Connected.class).isEmpty());
    call = kept.desk.admitted.getFirst();
    chuck = kept.desk.talking("+15550100");
    priya = kept.desk.talking("102");
  }

  @AfterEach
  void close() throws IOException {
    for (var phone : phones) phone.close();
    kept.close();
    assertThat(kept.line.legs()).as("ports that nobody gave back").isZero();
    assertThat(kept.line.failures()).isZero();
  }

  @Test
  void eachPlaysAllTheOthers() throws Exception {
    var edie = joins("103", 1);

    assertThat(hears(chuck)).isEqualTo(mix(priya, edie));
    assertThat(hears(priya)).isEqualTo(mix(chuck, edie));
    assertThat(hears(edie)).isEqualTo(mix(chuck, priya));
    var leg = new ObjectMapper().readTree(call.describe()).path("legs").get(0);
    assertThat(leg.path("hears").values())
        .extracting(each -> each.asString())
        .containsExactly(priya.id(), edie.id());
  }

  @Test
  void aFourthJoinsAndAFifthDoesNot() throws Exception {
    var edie = joins("103", 1);
    var justin = joins("104", 2);
    call.ring(kept.desk.phones("105"));
    var tomas = kept.desk.talking("105");
    call.confer(tomas);
    done();

    assertThat(hears(chuck)).isEqualTo(mix(priya, edie, justin));
    assertThat(hears(tomas)).isEqualTo(Source.SILENCE);
    assertThat(kept.desk.all(CallEvent.Joined.class)).hasSize(2);
  }

  @Test
  void nobodyJoinsTwiceOrWhereNobodyTalks() throws Exception {
    call.play(chuck, TestDesk.PROMPT);
    call.confer(priya);
    call.confer(chuck);
    done();

    assertThat(hears(chuck)).isEqualTo(TestDesk.PROMPT);
    assertThat(kept.desk.all(CallEvent.Joined.class)).isEmpty();

    call.bridge(chuck, priya);
    call.confer(priya);
    done();
    assertThat(hears(chuck)).isEqualTo(new Source.Peer(priya.media()));
  }

  @Test
  void nobodyJoinsWhileOneOfTheTwoIsPassedOn() throws Exception {
    call.play(chuck, TestDesk.PROMPT);
    call.ring(kept.desk.phones("103"));
    var edie = kept.desk.talking("103");
    call.bridge(chuck, edie);
    call.post(
        () -> { // in one go: who follows answers at once
          call.transfer(edie, List.of(kept.desk.phones("104").getFirst()), List.of());
          call.confer(priya);
        });
    kept.desk.await(
        "who follows", desk -> !desk.all(CallEvent.Transferred.class).isEmpty());
    done();

    assertThat(kept.desk.all(CallEvent.Joined.class)).isEmpty();
    assertThat(hears(priya)).isEqualTo(Source.SILENCE);
  }

  @Test
  void theCallerMayLeaveAndTheOthersTalkOn() throws Exception {
    var edie = joins("103", 1);

    chucksPhone.hangUp(chucksCall);
    kept.desk.await("his leaving", desk -> chuck.isOver());
    done();
    assertThat(call.isOver()).isFalse();
    assertThat(hears(priya)).isEqualTo(new Source.Peer(edie.media()));
    assertThat(hears(edie)).isEqualTo(new Source.Peer(priya.media()));

    call.hangUp(edie);
    phones.get(1).hears("BYE", 1);
    kept.desk.await("its end", desk -> call.isOver());
    assertThat(kept.desk.all(CallEvent.Ended.class).getFirst().ending().byThem())
        .as("it was not Chuck who ended it")
        .isFalse();
  }

  @Test
  void whereTwoOfFourLeaveTheTwoWhoStayArePutTogether() throws Exception {
    var edie = joins("103", 1);
    var justin = joins("104", 2);

    call.hangUp(edie);
    kept.desk.await("her leaving", desk -> edie.isOver());
    done();
    assertThat(hears(chuck)).isEqualTo(mix(priya, justin));
    call.play(priya, TestDesk.PROMPT);
    done();
    assertThat(hears(chuck)).isEqualTo(new Source.Peer(justin.media()));
    assertThat(hears(priya)).isEqualTo(TestDesk.PROMPT);
  }

  @Test
  void whereAllButOneHoldThatOneHearsNothing() throws Exception {
    var edie = joins("103", 1);

    call.hold(priya);
    done();
    assertThat(hears(chuck)).isEqualTo(new Source.Peer(edie.media()));
    call.hold(edie);
    done();
    assertThat(List.of(hears(chuck), hears(priya), hears(edie))).containsOnly(Source.SILENCE);
    call.resume(priya);
    done();
    assertThat(hears(priya)).isEqualTo(new Source.Peer(chuck.media()));
    assertThat(kept.desk.all(CallEvent.Held.class)).hasSize(2);
  }

  @Test
  void nobodyIsPassedOnOrPickedUpOutOfIt() throws Exception {
    var ediesPhone = phones.get(2);
    var edie = joins("103", 1);
    var dialog = ediesPhone.called();

    assertThat(ediesPhone.refer(dialog, "sip:104@127.0.0.1")).isEqualTo(202);
    ediesPhone.isNotified("SIP/2.0 403 ");
    var justinsPhone = phones.get(3);
    justinsPhone.call("103", "Replaces: " + dialog.replaces());
    justinsPhone.hears("BYE", 1);
    done();

    assertThat(hears(chuck)).isEqualTo(mix(priya, edie));
    assertThat(kept.desk.all(CallEvent.Transferred.class)).isEmpty();
  }

  private Leg joins(String user, int times) throws InterruptedException {
    call.ring(kept.desk.phones(user));
    kept.desk.await(user + " joining", desk -> desk.all(CallEvent.Joined.class).size() == times);
    return kept.desk.talking(user);
  }

  /// All that was asked of the call so far is carried out.
  private void done() throws InterruptedException {
    var empty = new CountDownLatch(1);
    call.post(empty::countDown);
    empty.await();
  }

  private static Source hears(Leg leg) {
    return leg.media().source();
  }

  private static Source mix(Leg... legs) {
    return new Source.Mix(List.of(legs).stream().map(Leg::media).toList());
  }
}
