package kept.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Chuck Alvarez | CA",
        "Tomás | T",
        "Mrs Okafor | MO",
        "Luis de la Ortega | LO",
        "ängström wells | ÄW",
        "Marlow & Daughter | MD",
        "Pat O'Brien | PO",
        "+1 415 555 0177 | ?"
      })
  void takesTheInitialsOfTheFirstAndLastName(String name, String initials) {
    assertThat(Face.of(name).initials()).isEqualTo(initials);
  }

  @Test
  void looksTheSameOnEveryPage() {
    assertThat(Face.of("Rosa Delgado").hue())
        .isEqualTo(Face.of(" Rosa Delgado ").hue());
    assertThat(Face.of("Rosa Delgado").hue() % 15).isZero();
    assertThat(Face.of("").initials()).isEqualTo("?");
  }
}
