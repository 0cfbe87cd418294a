package kept.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OurWordsTest {
  @ParameterizedTest
  @CsvSource({
    "Swap your cracked TV, We’ll swap your cracked TV",
    "Be there with a new set, We’ll be there with a new set",
    "Bring the lamp, We’ll bring the lamp",
    "Descale the machine, We’ll descale the machine",
    "Re-wire the oven, We’ll re-wire the oven",
    "RMA the set, We’ll RMA the set",
    "Not charge you for the visit, We won’t charge you for the visit",
    "Don’t charge you twice, We won’t charge you twice",
    "Text you photos of the board, We’ll text you photos of the board",
  })
  void aVerbIsWhatWeDo(String what, String said) {
    assertThat(new OurWords(what).will()).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "A new TV at your door, We promised: A new TV at your door",
    "The invoice, We promised: The invoice",
    "Delivery of both ovens, We promised: Delivery of both ovens",
    "42″ TV, We promised: 42″ TV",
    "Replacement for the lamp, We promised: Replacement for the lamp",
  })
  void anythingElseStandsAsItIs(String what, String said) {
    assertThat(new OurWords(what).will()).isEqualTo(said);
  }

  @Test
  void whatIsOverWasSaid() {
    assertThat(new OurWords("Swap your TV").would()).isEqualTo("We said we’d swap your TV");
    assertThat(new OurWords("Not charge you").would()).isEqualTo("We said we wouldn’t charge you");
  }

  @Test
  void aQuestionGetsNoFullStop() {
    assertThat(OurWords.ended("Where is my order?")).isEqualTo("Where is my order?");
    assertThat(OurWords.ended("Cracked TV ")).isEqualTo("Cracked TV.");
    assertThat(OurWords.ended("She said “now.”")).isEqualTo("She said “now.”");
  }
}
