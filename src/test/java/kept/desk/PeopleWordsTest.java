package kept.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleWordsTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      0     | 0  | Nobody yet.
      1     | 0  | One person, nobody with an open promise.
      1     | 1  | One person, with a promise.
      212   | 5  | 212 people, five of them with a promise.
      1000  | 40 | 1,000 people, 40 of them with a promise.
      1001  | 40 | More than 1,000 people, 40 of them with a promise.
      """)
  void howManyThereAreUpToWhatWasCounted(int people, int owedTo, String sentence) {
    assertThat(PeopleWords.sentence(people, 1001, owedTo)).isEqualTo(sentence);
  }
}
