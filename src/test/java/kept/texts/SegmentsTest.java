package kept.texts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Parts as carriers count them (3GPP TS 23.038 and 23.040).
class SegmentsTest {
  @ParameterizedTest
  @CsvSource({
    "a,      0, 0",
    "a,      1, 1",
    "a,    160, 1",
    "a,    161, 2",
    "a,    306, 2",
    "a,    307, 3",
    "a,    918, 6",
    "a,    919, 7",
    "€,     80, 1",
    "€,     81, 2",
    "€,    152, 2",
    "€,    153, 3",
    "ș,     70, 1",
    "ș,     71, 2",
    "ș,    134, 2",
    "ș,    135, 3",
    "🍞,    35, 1",
    "🍞,    36, 2",
    "🍞,    66, 2",
    "🍞,    67, 3"
  })
  void countsParts(String letter, int times, int parts) {
    assertThat(Segments.of(letter.repeat(times)).parts()).isEqualTo(parts);
  }

  @Test
  void oneWideLetterMakesAllOfThemWide() {
    assertThat(Segments.of("a".repeat(159) + "é").parts()).isEqualTo(1);
    assertThat(Segments.of("a".repeat(159) + "ș").parts()).isEqualTo(3);
  }

  @Test
  void aLetterOfTwoPlacesIsNotCutInTwo() {
    assertThat(Segments.of("a".repeat(152) + "€" + "a".repeat(152)).parts()).isEqualTo(3);
    assertThat(Segments.of("a".repeat(151) + "€" + "a".repeat(153)).parts()).isEqualTo(2);
  }

  @Test
  void ourQuotesAndDashesAreMadePlainWhereThatSparesParts() {
    assertThat(Segments.plainly("We’ll ring you “soon” – promised…"))
        .isEqualTo("We'll ring you \"soon\" - promised...");
    assertThat(Segments.plainly("Ștefan, we’ll ring you")).isEqualTo("Ștefan, we’ll ring you");
  }

  @Test
  void moreThanSixPartsAreALetter() {
    assertThat(Segments.of("a".repeat(918)).tooMany()).isFalse();
    assertThat(Segments.of("a".repeat(919)).tooMany()).isTrue();
  }
}
