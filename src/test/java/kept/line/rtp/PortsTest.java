package kept.line.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Pairs of ports: even and odd, all of them and no more, free again at once.
@Timeout(30)
class PortsTest {
  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

  @Test
  void aLegHasAnEvenPortAndTheOneAbove() throws Exception {
    try (var media = media(31_001, 31_021)) {
      var leg = media.open(new RecordedMediaEvents());

      assertThat(leg.port()).isEven().isBetween(31_002, 31_020);
      assertThatThrownBy(() -> new DatagramSocket(leg.port() + 1, HERE).close())
          .isInstanceOf(java.net.BindException.class);
    }
  }

  @Test
  void whenAllAreTakenItIsSaidAndCountedAndOneThatClosesMakesRoomAtOnce() throws Exception {
    try (var media = media(31_100, 31_119)) {
      var legs = new ArrayList<MediaLeg>();
      for (int i = 0; i < 10; i++) legs.add(media.open(new RecordedMediaEvents()));

      assertThat(legs.stream().map(MediaLeg::port).distinct()).hasSize(10);
      assertThatThrownBy(() -> media.open(new RecordedMediaEvents()))
          .isInstanceOf(NoPortLeft.class);
      assertThat(media.refusals()).isEqualTo(1);
      for (int i = 0; i < 100; i++) {
        legs.removeFirst().close();
        legs.add(media.open(new RecordedMediaEvents()));
      }
      assertThat(media.legs()).isEqualTo(10);
    }
  }

  @Test
  void aPortOfSomebodyElseIsPassedOver() throws Exception {
    try (var other = new DatagramSocket(31_203, HERE);
        var media = media(31_200, 31_207)) {
      assertThat(other.isBound()).isTrue();
      var ports = new ArrayList<Integer>();
      for (int i = 0; i < 3; i++)
        ports.add(media.open(new RecordedMediaEvents()).port());

      assertThat(ports).containsExactlyInAnyOrder(31_200, 31_204, 31_206);
      assertThatThrownBy(() -> media.open(new RecordedMediaEvents()))
          .isInstanceOf(NoPortLeft.class);
    }
  }

  @Test
  void closingAllGivesAllBack() throws Exception {
    var media = media(31_300, 31_319);
    for (int i = 0; i < 10; i++) media.open(new RecordedMediaEvents());

    media.close();

    assertThat(media.legs()).isZero();
    for (int port = 31_300; port < 31_320; port++) new DatagramSocket(port, HERE).close();
  }

  private static Media media(int first, int last) {
    return new Media(new MediaSettings(HERE, first, last, Duration.ofSeconds(60)));
  }
}
