package kept.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import kept.platform.Refusal;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  private final Passwords passwords = new Passwords();

  @Test
  void knowsThePasswordAndNoOther() {
    var hash = passwords.hash("kettle under the stairs");

    assertThat(passwords.matches("kettle under the stairs", hash)).isTrue();
    assertThat(passwords.matches("kettle under the stair", hash)).isFalse();
    assertThat(passwords.matches("", hash)).isFalse();
  }

  @Test
  void hashesTheSamePasswordDifferentlyEachTime() {
    assertThat(passwords.hash("kettle under the stairs"))
        .isNotEqualTo(passwords.hash("kettle under the stairs"))
        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void takesAnAccentHoweverTheKeyboardWroteIt() {
    var hash = passwords.hash("Tomás drives the van");

    var apart = Normalizer.normalize("Tomás drives the van", Normalizer.Form.NFD);
    assertThat(passwords.matches(apart, hash)).isTrue();
  }

  @Test
  void refusesWhatIsEasilyGuessed() {
    assertThatThrownBy(() -> passwords.hash("short")).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> passwords.hash("aaaaaaaaaaaaaa")).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> passwords.hash("x".repeat(201))).isInstanceOf(Refusal.class);
  }

  @Test
  void isNobodysPassword() {
    assertThat(passwords.matchesNobody("kettle under the stairs")).isFalse();
  }
}
