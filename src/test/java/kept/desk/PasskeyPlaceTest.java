package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kept.platform.Refusal;
import kept.platform.webauthn.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasskeyPlaceTest {
  @Test
  void isTheNameOfAnAddressWithHttps() {
    assertThat(PasskeyPlace.at("https://desk.example.com").site())
        .isEqualTo(new Site("desk.example.com", "https://desk.example.com"));
  }

  @Test
  void writesTheOriginAsBrowsersDo() {
    assertThat(PasskeyPlace.at("https://Desk.Example.com:443").site())
        .isEqualTo(new Site("desk.example.com", "https://desk.example.com"));
    assertThat(PasskeyPlace.at("https://desk.example.com:8443").site())
        .isEqualTo(new Site("desk.example.com", "https://desk.example.com:8443"));
  }

  @Test
  void isOnOnesOwnMachineWithoutHttps() {
    assertThat(PasskeyPlace.at("http://localhost:8080").site())
        .isEqualTo(new Site("localhost", "http://localhost:8080"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://desk.lan", "http://desk.example.com:8080"})
  void saysThatItNeedsHttps(String origin) {
    assertThat(PasskeyPlace.at(origin).why()).contains("begins with https");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://192.0.2.7", "http://192.0.2.7:8080", "https://[2001:db8::1]"})
  void saysThatItNeedsAName(String origin) {
    assertThat(PasskeyPlace.at(origin).why()).contains("a name in it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:8080", "http://[::1]:8080"})
  void namesTheAddressThatWorksOnThisMachine(String origin) {
    assertThat(PasskeyPlace.at(origin).why()).contains("http://localhost:8080");
    assertThatThrownBy(() -> PasskeyPlace.at(origin).orRefuse()).isInstanceOf(Refusal.class);
  }
}
