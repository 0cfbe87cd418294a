package kept.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import kept.platform.Refusal;
import org.junit.jupiter.api.Test;

class ProxiesTest {
  private final Proxies proxies = new Proxies(Set.of("127.0.0.1", "10.0.0.0/8", "::1"));

  @Test
  void believesAProxyOfOurs() {
    assertThat(proxies.addressOf("127.0.0.1", "203.0.113.9")).isEqualTo("203.0.113.9");
    assertThat(proxies.addressOf("[::1]", "2001:db8::7")).isEqualTo("2001:db8::7");
    assertThat(proxies.addressOf("10.1.2.3", "203.0.113.9, 10.9.9.9")).isEqualTo("203.0.113.9");
  }

  @Test
  void passesOverWhatAStrangerWrites() {
    assertThat(proxies.addressOf("203.0.113.9", "198.51.100.1")).isEqualTo("203.0.113.9");
    assertThat(proxies.addressOf("127.0.0.1", "198.51.100.1, 203.0.113.9"))
        .isEqualTo("203.0.113.9");
    assertThat(proxies.addressOf("127.0.0.1", "[")).isEqualTo("127.0.0.1");
    assertThat(proxies.addressOf("127.0.0.1", "<script>")).isEqualTo("127.0.0.1");
    assertThat(proxies.addressOf("127.0.0.1", "")).isEqualTo("127.0.0.1");
    assertThat(proxies.addressOf("127.0.0.1", null)).isEqualTo("127.0.0.1");
  }

  @Test
  void trustsNobodyUnlessTold() {
    assertThat(new Proxies(Set.of()).addressOf("127.0.0.1", "203.0.113.9")).isEqualTo("127.0.0.1");
  }

  @Test
  void saysWhatItCannotRead() {
    assertThatThrownBy(() -> new Proxies(Set.of("my proxy"))).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> new Proxies(Set.of("10.0.0.0/99"))).isInstanceOf(Refusal.class);
  }
}
