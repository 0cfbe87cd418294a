package kept.line.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NameResolutionTest {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2027-01-04T09:00:00Z"));
  private TestNameServer server;
  private NameResolution resolution;

  @BeforeEach
  void serveAZone() throws IOException {
    server = new TestNameServer()
        .naptr("trunk.example.com", 20, "SIP+D2U", "_sip._udp.trunk.example.com")
        .naptr("trunk.example.com", 10, "SIPS+D2T", "_sips._tcp.other.example.com")
        .srv("_sip._udp.trunk.example.com", 20, 0, 5080, "backup.example.com")
        .srv("_sip._udp.trunk.example.com", 10, 1, 5070, "one.example.com")
        .srv("_sip._udp.trunk.example.com", 10, 9, 5071, "two.example.com")
        .srv("_sips._tcp.other.example.com", 0, 0, 5071, "two.example.com")
        .srv("_sip._tcp.plain.example.com", 0, 0, 5090, "one.example.com")
        .address("backup.example.com", "192.0.2.30")
        .address("one.example.com", "192.0.2.10")
        .address("two.example.com", "192.0.2.20")
        .address("two.example.com", "2001:db8::20");
    server.serve();
    resolution = new NameResolution(new DnsNames(server.url()), now::get, new SplittableRandom(7));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anAddressInDigitsAsksNobody() throws IOException {
    assertThat(places("192.0.2.1", 0, Transport.UDP)).containsExactly("192.0.2.1:5060");
    assertThat(places("192.0.2.1", 5090, Transport.TLS)).containsExactly("192.0.2.1:5090");
    assertThat(places("[2001:db8::1]", 0, Transport.TLS))
        .containsExactly("2001:db8:0:0:0:0:0:1:5061");
    assertThat(server.questions).hasValue(0);
  }

  @Test
  void aNameWithAPortIsLookedUpForItsAddress() throws IOException {
    assertThat(places("two.example.com", 5099, Transport.UDP))
        .containsExactly("192.0.2.20:5099", "2001:db8:0:0:0:0:0:20:5099");
  }

  @Test
  void theLeastPriorityComesFirst() throws IOException {
    var places = places("trunk.example.com", 0, Transport.UDP);

    assertThat(places).hasSize(4).endsWith("192.0.2.30:5080");
    assertThat(places).contains("192.0.2.10:5070", "192.0.2.20:5071");
  }

  @Test
  void naptrChoosesTheTransportInItsOrder() throws IOException {
    var targets = resolution.resolve("trunk.example.com", 0, List.of(Transport.UDP, Transport.TLS));

    assertThat(targets.getFirst().transport()).isEqualTo(Transport.TLS);
    assertThat(targets.getLast().transport()).isEqualTo(Transport.UDP);
  }

  @Test
  void withoutNaptrItIsSrvAndWithoutSrvTheAddress() throws IOException {
    assertThat(places("plain.example.com", 0, Transport.TCP)).containsExactly("192.0.2.10:5090");
    assertThat(places("one.example.com", 0, Transport.UDP)).containsExactly("192.0.2.10:5060");
  }

  @Test
  void equalsAreDrawnByWeight() throws IOException {
    var heavy = 0;
    for (var i = 0; i < 50; i++) {
      if (places("trunk.example.com", 0, Transport.UDP).getFirst().endsWith(":5071")) heavy++;
      now.updateAndGet(time -> time.plus(NameResolution.KEPT));
    }

    assertThat(heavy).isBetween(30, 49);
  }

  @Test
  void anAnswerIsKeptForAWhileAndOutlivesADeadServer() throws IOException {
    var first = places("plain.example.com", 0, Transport.TCP);
    var asked = server.questions.get();

    assertThat(places("PLAIN.example.com", 0, Transport.TCP)).isEqualTo(first);
    assertThat(server.questions).hasValue(asked);
    server.close();
    now.updateAndGet(time -> time.plus(NameResolution.KEPT));
    assertThat(places("plain.example.com", 0, Transport.TCP)).isEqualTo(first);
  }

  @Test
  void aNameThatLeadsNowhereSaysSo() {
    assertThatThrownBy(() -> resolution.resolve("nowhere.example.com", 0, Transport.UDP))
        .isInstanceOf(IOException.class)
        .hasMessage("No server was found under this name.");
  }

  private List<String> places(String host, int port, Transport transport) throws IOException {
    return resolution.resolve(host, port, transport).stream()
        .map(at -> at.getAddress().getHostAddress() + ':' + at.getPort())
        .toList();
  }
}
