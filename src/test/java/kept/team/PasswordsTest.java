package kept.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import kept.platform.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "P@ssw0rd1234!",
        "Passwort 2026",
        "Sommer2026!!!",
        "iloveyou1234",
        "drowssap4321",
        "Contraseña1234",
        "1qaz2wsx3edc4rfv",
        "watermelon 42",
        "qwertyuiop12",
        "1q2w3e4r5t6y",
        "123456789012",
        "abcabcabcabc",
        "letmeinletmein",
        "dana@example.com",
        "Dana Marlow 2026!",
        "marlowdaughter1",
        "tomás tomás tomás"
      })
  void refusesWhatAStrangerTriesFirst(String password) {
    assertThatThrownBy(() -> passwords.hash(
            password, "Dana Marlow", "dana@example.com", "Marlow & Daughter", "Tomás"))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("That is too easy to guess");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kettle under the stairs",
        "alder-brass-cedar-drum",
        "my shop sells kettles",
        "dana likes the sea",
        "t7#Lq9!vWx2z",
        "839201746553",
        "silver dragon diamond",
        "漆黒の夜に光る星座を見上げる"
      })
  void takesWhatNobodyTries(String password) {
    assertThat(passwords.hash(password, "Dana Marlow", "dana@example.com", "Marlow & Daughter"))
        .isNotEmpty();
  }

  /// All of twelve letters or more that zxcvbn's 30,000 hold, commonest first; the rest is too
  /// short.
  @Test
  void refusesEveryLeakedOneOnTheList() throws IOException {
    var leaked = StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies();

    assertThat(leaked).hasSize(30_000);
    assertThat(leaked).allMatch(each -> each.length() < 12 || new Guesses(List.of()).include(each));
  }

  @Test
  void isNobodysPassword() {
    assertThat(passwords.matchesNobody("kettle under the stairs")).isFalse();
  }
}
