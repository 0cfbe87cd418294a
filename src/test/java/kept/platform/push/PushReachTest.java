package kept.platform.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import kept.platform.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushReachTest {
  private static final PushAddress GOOD = Receiver.fresh().address("https://push.example.net/a");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.8.8",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "192.0.2.1",
        "198.18.0.1",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "64:ff9b::7f00:1",
        "2001::1"
      })
  void doesNotHold(String address) {
    assertThat(PushReach.isPublic(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"142.250.1.188", "172.32.0.1", "11.0.0.1", "2a00:1450::5", "2620:149::1"})
  void holds(String address) {
    assertThat(PushReach.isPublic(InetAddress.ofLiteral(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://push.example.net/a",
        "https:///a",
        "https://who@push.example.net/a",
        "https://push.example.net/a#b",
        "ftp://push.example.net/a",
        "https://push.example.net/ a",
        "javascript:alert(1)",
        ""
      })
  void isNoAddressOfAPushService(String endpoint) {
    assertThatThrownBy(() -> new PushAddress(endpoint, GOOD.p256dh(), GOOD.auth()))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void keysOfAnotherSizeAreRefused() {
    assertThatThrownBy(() -> new PushAddress(GOOD.endpoint(), GOOD.auth(), GOOD.auth()))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> new PushAddress(GOOD.endpoint(), GOOD.p256dh(), GOOD.p256dh()))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> new PushAddress(GOOD.endpoint(), "!", "?"))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> new PushAddress(
            "https://push.example.net/" + "a".repeat(2000), GOOD.p256dh(), GOOD.auth()))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void saysNothingOfItselfInALog() {
    assertThat(GOOD.toString()).doesNotContain(GOOD.auth()).doesNotContain("/a");
  }
}
