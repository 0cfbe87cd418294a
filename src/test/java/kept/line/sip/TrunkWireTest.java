package kept.line.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import kept.line.CallEvent;
import kept.line.Target;
import kept.line.TestLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrunkWireTest {
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  @ParameterizedTest
  @EnumSource(DigestAlgorithm.class)
  void itRegistersAgainBeforeItsTimeIsOver(DigestAlgorithm algorithm) throws Exception {
    try (var carrier = new TestCarrier(algorithm);
        var kept = line(carrier, "secret", true)) {
      await("usable", kept, Trunks.Health::usable);
      carrier.await("three registrations", any -> carrier.registrations() >= 3);

      assertThat(kept.line.trunks().getFirst().words()).isEmpty();
      var register = carrier.all("REGISTER").getFirst();
      assertThat(register.start()).startsWith("REGISTER sip:127.0.0.5");
      assertThat(register.header("Contact")).startsWith("<sip:acct@127.0.0.1:");
      assertThat(kept.line.failures()).isZero();
    }
  }

  @Test
  void aWrongPasswordIsSaidAndTriedAgainLater() throws Exception {
    try (var carrier = new TestCarrier(DigestAlgorithm.MD5);
        var kept = line(carrier, "wrong", true)) {
      await("refused", kept, health -> health.code() == 403);

      var health = kept.line.trunks().getFirst();
      assertThat(health.usable()).isFalse();
      assertThat(health.words()).isEqualTo("The trunk does not take this user name and password.");
      assertThat(kept.line.trunksTo("+15550123")).isEmpty();
      carrier.await("another try", any -> carrier.registrations() >= 2);
    }
  }

  @Test
  void aCallOverItProvesItselfAndIsHungUp() throws Exception {
    try (var carrier = new TestCarrier(DigestAlgorithm.SHA_256);
        var kept = line(carrier, "secret", false)) {
      await("usable", kept, Trunks.Health::usable);
      var call = kept.line.place();
      call.ring(List.of(new Target(
          kept.line.trunksTo("+15550123").getFirst(), new Identity("Kept", "+15550100"))));
      carrier.await("an ACK", message -> message.isRequest("ACK") && answered(kept));
      call.hangUp();
      carrier.await("a BYE", message -> message.isRequest("BYE"));

      assertThat(carrier.all("INVITE").getLast().start()).startsWith("INVITE sip:+15550123@");
      kept.desk.await("its end", desk -> kept.line.calls().isEmpty() && kept.line.legs() == 0);
    }
  }

  @Test
  void oneThatGoesSilentIsNotUsable() throws Exception {
    try (var carrier = new TestCarrier(DigestAlgorithm.MD5);
        var kept = line(carrier, "secret", false)) {
      await("usable", kept, Trunks.Health::usable);
      carrier.silent = true;
      await("unusable", kept, health -> !health.usable());

      assertThat(kept.line.trunks().getFirst().words()).startsWith("Nothing answers");
      carrier.silent = false;
      await("usable again", kept, Trunks.Health::usable);
    }
  }

  /// A carrier that is asked for a secret, as if it were a phone, gives the call up.
  @Test
  void itsCallInTheFirstMomentIsTaken() throws Exception {
    try (var kept = line(Duration.ofMillis(500));
        var caller = Softphone.udp(kept.port(), "127.0.0.2", "+15550100")) {
      assertThat(caller.giveUp("9000", 200)).isEqualTo(487);
    }
  }

  @Test
  void aNameThatIsLongLookedUpHoldsUpNoPhone() throws Exception {
    try (var kept = line(PATIENCE);
        var phone = Softphone.udp(kept.port(), "127.0.0.1", "101")) {
      phone.register();
      assertThat(kept.line.phonesOf("101")).hasSize(1);
    }
  }

  @Test
  void whatCouldNotBeAskedIsAskedAgain() throws Exception {
    var asked = new AtomicInteger();
    try (var carrier = new TestCarrier(DigestAlgorithm.MD5);
        var kept =
            new TestLine(List.of(trunk(carrier, "secret", false)), (host, port, transport) -> {
              if (asked.incrementAndGet() == 1) throw new IllegalStateException("out of order");
              return List.of(new InetSocketAddress(host, port));
            })) {
      await("usable", kept, Trunks.Health::usable);
    }
  }

  /// One whose trunk has a name that is found after so long.
  private static TestLine line(Duration lookUp) throws IOException {
    var trunk = new Trunk(
        "carrier", "carrier.example", 9, Transport.UDP, null, false, 1, 30, Duration.ofHours(1));
    return new TestLine(List.of(trunk), (host, port, transport) -> {
      LockSupport.parkNanos(lookUp.toNanos());
      return List.of(new InetSocketAddress("127.0.0.2", port));
    });
  }

  private static boolean answered(TestLine kept) {
    return !kept.desk.all(CallEvent.Answered.class).isEmpty();
  }

  private static TestLine line(TestCarrier carrier, String password, boolean registers)
      throws IOException {
    return new TestLine(List.of(trunk(carrier, password, registers)));
  }

  private static Trunk trunk(TestCarrier carrier, String password, boolean registers) {
    return new Trunk(
        "carrier",
        "127.0.0.5",
        carrier.port(),
        Transport.UDP,
        new Credentials("acct", password),
        registers,
        1,
        30,
        Duration.ofSeconds(1));
  }

  private static void await(String what, TestLine kept, Predicate<Trunks.Health> wanted)
      throws InterruptedException {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (!wanted.test(kept.line.trunks().getFirst())) {
      assertThat(System.nanoTime()).as("waited in vain: %s", what).isLessThan(until);
      Thread.sleep(20);
    }
  }
}
