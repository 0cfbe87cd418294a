package kept.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import kept.TestPorts;
import kept.line.sip.Destination;
import kept.line.sip.Identity;
import kept.line.sip.Transport;
import kept.line.sip.Trunk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class Ipv6Test {
  private static final String HERE = "::1";
  private static final Trunk CARRIER =
      new Trunk("carrier", HERE, 5060, Transport.UDP, null, false, 1, 30, Duration.ofSeconds(30));

  @Test
  void aCallerAndWhomWeCallTalkOverIpv6() throws Exception {
    int port = TestPorts.next();
    try (var kept = line(HERE);
        var called = Sipp.start("uas-answers", HERE, kept.port(), "-p", "" + port, "-rtp_echo");
        var caller =
            Sipp.start("uac-talks", HERE, kept.port(), "-s", "7000", "-d", "9000", "-rtp_echo")) {
      var first = kept.desk.talking("+14155550142");
      echoes(kept, first);
      var abroad =
          new Destination("+15550123", HERE, port, Transport.UDP, HERE, false, "carrier", null);
      first.call().ring(List.of(new Target(abroad, new Identity("", "+15550100"))));
      var second = kept.desk.talking("+15550123");
      kept.desk.await("a talk", desk -> !desk.all(CallEvent.Connected.class).isEmpty());
      second.call().play(second, TestDesk.PROMPT);
      echoes(kept, second);

      caller.passes();
      called.passes();
      kept.desk.await("nobody", desk -> kept.line.calls().isEmpty() && kept.line.legs() == 0);
      assertThat(caller.messages()).contains("c=IN IP6 ");
      assertThat(kept.line.failures()).isZero();
    }
  }

  @Test
  void theLineHangsUpOverIpv6() throws Exception {
    try (var kept = line(HERE);
        var caller = Sipp.start("uac-hears-bye", HERE, kept.port(), "-s", "7000", "-rtp_echo")) {
      var leg = kept.desk.talking("+14155550142");
      echoes(kept, leg);
      leg.call().hangUp();

      caller.passes();
      assertThat(caller.messages()).contains("c=IN IP6 0:0:0:0:0:0:0:1");
      assertThat(kept.line.failures()).isZero();
    }
  }

  @Test
  void aLineThatIsElsewhereThanItListensSaysThatItCannot() {
    assertThatThrownBy(() -> line("::"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("an IPv6 address other than the one it listens at");
  }

  @Test
  void soundOfTheOtherFamilyIsRefused() throws Exception {
    try (var kept = new TestLine()) {
      Sipp.play("uac-offers-ipv6", "127.0.0.2", kept.port(), "-s", "7000");
      assertThat(kept.line.failures()).isZero();
      kept.desk.await("ports to be given back", desk -> kept.line.legs() == 0);
    }
  }

  private static TestLine line(String bind) throws IOException {
    return TestLine.at(InetAddress.ofLiteral(bind), InetAddress.ofLiteral(HERE), CARRIER);
  }

  /// Sipp gives back what it hears.
  private static void echoes(TestLine kept, Leg leg) throws InterruptedException {
    var party = Ears.on(leg).party();
    kept.desk.await("our own prompt from " + leg.party(), desk -> party.isTone(440));
  }
}
