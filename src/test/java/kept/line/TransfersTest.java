package kept.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kept.line.sip.Softphone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A phone passes its call on (RFC 3515, RFC 5589).
class TransfersTest {
  private TestLine kept;

  @BeforeEach
  void open() throws IOException {
    kept = new TestLine();
  }

  @AfterEach
  void close() {
    assertThat(kept.line.failures()).isZero();
    kept.close();
    assertThat(kept.line.legs()).as("ports that nobody gave back").isZero();
  }

  @Test
  void theOneWhoPassesItOnLeavesAndTheTwoHearEachOther() throws Exception {
    try (var next = Sipp.phone("uas-answers", "102", kept.port());
        var first = Sipp.phone("uas-refers", "101", kept.port())) {
      Sipp.play("uac-talks", "127.0.0.2", kept.port(), "-s", "8101", "-d", "3000");
      first.passes();
      next.passes();
    }
    ended();
    var passedOn = kept.desk.all(CallEvent.Transferred.class).getFirst();
    var talked = kept.desk.all(CallEvent.Connected.class).getLast();
    assertThat(passedOn.to().party()).isEqualTo("102");
    assertThat(talked.one().isCaller()).isTrue();
    assertThat(talked.other()).isEqualTo(passedOn.to());
    assertThat(kept.desk.events)
        .as("they have each other first")
        .containsSubsequence(talked, passedOn);
  }

  @Test
  void whereTheNextIsBusyAllIsAsBefore() throws Exception {
    try (var busy = Sipp.phone("uas-busy", "102", kept.port());
        var first = Sipp.phone("uas-refers-in-vain", "101", kept.port())) {
      Sipp.play("uac-hears-bye", "127.0.0.2", kept.port(), "-s", "8101");
      first.passes();
      busy.passes();
    }
    ended();
    assertThat(kept.desk.all(CallEvent.TransferFailed.class))
        .extracting(CallEvent.TransferFailed::code)
        .containsExactly(486);
    assertThat(kept.desk.all(CallEvent.Connected.class)).hasSize(2); // at first, and again
  }

  @Test
  void whereTheNumberLeadsNowhereAllIsAsBefore() throws Exception {
    try (var first = Sipp.phone("uas-refers-nowhere", "101", kept.port())) {
      Sipp.play("uac-hears-bye", "127.0.0.2", kept.port(), "-s", "8101");
      first.passes();
    }
    ended();
    assertThat(kept.desk.all(CallEvent.TransferFailed.class))
        .extracting(CallEvent.TransferFailed::code)
        .containsExactly(404);
  }

  @Test
  void aPhoneThatHasTalkedToBothPutsThemTogether() throws Exception {
    try (var caller = Softphone.udp(kept.port(), "127.0.0.2", "+15550100");
        var phone = Softphone.udp(kept.port(), "127.0.0.1", "101");
        var next = Softphone.udp(kept.port(), "127.0.0.1", "102")) {
      phone.register();
      next.register();
      var calling = caller.call("8101");
      var first = phone.called();
      var second = phone.call("8102");
      next.called();
      connected(2);

      var replaces = URLEncoder.encode(second.replaces(), StandardCharsets.UTF_8);
      assertThat(phone.refer(first, "sip:102@127.0.0.1?Replaces=" + replaces)).isEqualTo(202);
      phone.isNotified("SIP/2.0 200 ");
      phone.hears("BYE", 2);
      connected(3);

      var talked = kept.desk.all(CallEvent.Connected.class).getLast();
      assertThat(List.of(talked.one().party(), talked.other().party()))
          .containsExactlyInAnyOrder("+15550100", "102");
      caller.hangUp(calling);
      next.hears("BYE", 1);
      kept.desk.await("nobody", desk -> kept.line.calls().isEmpty() && kept.line.legs() == 0);
    }
  }

  @Test
  void anotherPhonePicksACallUp() throws Exception {
    try (var caller = Softphone.udp(kept.port(), "127.0.0.2", "+15550100");
        var phone = Softphone.udp(kept.port(), "127.0.0.1", "101");
        var next = Softphone.udp(kept.port(), "127.0.0.1", "102")) {
      phone.register();
      var calling = caller.call("8101");
      var taken = phone.called();
      connected(1);

      next.call("101", "Replaces: " + taken.replaces());
      phone.hears("BYE", 1);
      connected(2);

      var talked = kept.desk.all(CallEvent.Connected.class).getLast();
      assertThat(List.of(talked.one().party(), talked.other().party()))
          .containsExactlyInAnyOrder("+15550100", "102");
      caller.hangUp(calling);
      next.hears("BYE", 1);
      kept.desk.await("nobody", desk -> kept.line.calls().isEmpty() && kept.line.legs() == 0);
    }
  }

  @Test
  void whoeverHangsUpWhileTheirCallIsPickedUpCutsNobodyOff() throws Exception {
    try (var caller = Softphone.udp(kept.port(), "127.0.0.2", "+15550100");
        var phone = Softphone.udp(kept.port(), "127.0.0.1", "101");
        var next = Softphone.udp(kept.port(), "127.0.0.1", "102")) {
      phone.register();
      next.register();
      var calling = caller.call("8101");
      var taken = phone.called();
      connected(1);
      var busy = new CountDownLatch(1);
      kept.desk.admitted.getFirst().post(() -> await(busy));

      next.call("101", "Replaces: " + taken.replaces());
      until(kept.desk.admitted.getLast());
      phone.hangUp(taken);
      phone.register(); // answered when the BYE before it was read
      busy.countDown();
      connected(2);

      var talked = kept.desk.all(CallEvent.Connected.class).getLast();
      assertThat(List.of(talked.one().party(), talked.other().party()))
          .containsExactlyInAnyOrder("+15550100", "102");
      caller.hangUp(calling);
      next.hears("BYE", 1);
      kept.desk.await("nobody", desk -> kept.line.calls().isEmpty() && kept.line.legs() == 0);
    }
  }

  /// Until this call has done what was to be done in it.
  private static void until(Call call) {
    var done = new CountDownLatch(1);
    call.post(done::countDown);
    await(done);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void connected(int times) throws InterruptedException {
    kept.desk.await(
        times + " connections", desk -> desk.all(CallEvent.Connected.class).size() >= times);
  }

  private void ended() throws InterruptedException {
    kept.desk.await("its end", desk -> !desk.all(CallEvent.Ended.class).isEmpty());
  }
}
