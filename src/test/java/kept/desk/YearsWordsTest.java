package kept.desk;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kept.desk.YearsLine.Drawing;
import kept.desk.YearsLine.Knot;
import kept.desk.YearsLine.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YearsWordsTest {

  @Test
  void saysAloudWhatTheLineShows() {
    var line = YearsCast.chuck();

    assertThat(line.summary())
        .isEqualTo("Seven promises, one running, one kept late, five kept in time.");
    assertThat(line.facts())
        .hasSize(4)
        .startsWith("2018: One promise, kept in time.")
        .endsWith("2026: Four promises, one running, one kept late, two kept in time.");
  }

  @Test
  void marksTheYearsAndNamesTheWorstFirst() {
    var wide = YearsCast.chuck().drawings().getFirst();

    assertThat(wide.years().stream().map(Words::words))
        .startsWith("2017", "2018")
        .endsWith("2025", "2026");
    assertThat(wide.labels().stream().map(Words::words))
        .startsWith("Swap the cracked 42″ TV", "Ring about the soundbar, a day late");
    assertThat(wide.knots().stream().map(Knot::css)).contains("due", "open", "kept");
  }

  @Test
  void nothingPromisedIsNoLine() {
    var words = new YearsWords(List.of(), List.of(), PromiseCast.TIME, PromiseCast.NOW);

    assertThat(words.line(YearsCast.SINCE)).isNull();
  }

  @Test
  void aDayIsALineToo() {
    var since = YearsCast.NOW.minus(ofDays(1));
    var line = YearsCast.line(List.of(YearsCast.open("Ring her", ofHours(2), ofHours(2))), since);

    assertThat(line.drawings()).allSatisfy(YearsWordsTest::staysOnIt);
    assertThat(line.drawings().getFirst().years().stream().map(Words::words))
        .containsExactly("Nov 23", "today");
    assertThat(line.summary()).isEqualTo("One promise, running.");
  }

  @Test
  void theFirstMinuteIsALineToo() {
    var line =
        YearsCast.line(List.of(YearsCast.open("Ring her", ofHours(0), ofHours(2))), YearsCast.NOW);

    assertThat(line.drawings()).allSatisfy(YearsWordsTest::staysOnIt);
    assertThat(line.drawings().getFirst().years().stream().map(Words::words))
        .containsExactly("today");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "50, 1", "50, 9", "1000, 9", "1000, 40"})
  void holdsAnyNumberWithoutWordsThatTouch(int promises, int years) {
    var line = YearsCast.many(promises, years);

    assertThat(line.drawings()).allSatisfy(YearsWordsTest::staysOnIt);
    assertThat(line.facts()).hasSizeLessThanOrEqualTo(years + 1);
    assertThat(line.drawings().getFirst().knots()).hasSizeLessThanOrEqualTo(2 * (760 / 11 + 1));
  }

  @Test
  void ofAThousandMostAreSeenAndSoIsTheWorst() {
    var promises = YearsCast.evenly(1000, YearsCast.SINCE);
    var wide = YearsCast.line(promises, YearsCast.SINCE).drawings().getFirst();

    var large = wide.knots().stream().filter(knot -> knot.radius() > 5);
    var small = wide.knots().stream().filter(knot -> knot.radius() < 5);
    assertThat(large.map(Knot::css)).containsOnly("kept");
    assertThat(small.map(Knot::css)).contains("due", "open");
  }

  private static void staysOnIt(Drawing drawing) {
    var width = drawing.size().width();
    assertThat(drawing.knots()).allSatisfy(knot -> assertThat(knot.x()).isBetween(6, width - 6));
    for (var row : List.of(drawing.years(), drawing.labels()))
      for (var words : row) {
        assertThat(left(words)).as(words.words()).isGreaterThan(-12);
        assertThat(right(words)).as(words.words()).isLessThan(width + 12);
        assertThat(row)
            .filteredOn(other -> other != words && other.y() == words.y())
            .allSatisfy(
                other -> assertThat(left(other) >= right(words) || right(other) <= left(words))
                    .as(words.words() + " beside " + other.words())
                    .isTrue());
      }
  }

  private static double left(Words words) {
    var width = words.words().length() * 6;
    return switch (words.anchor()) {
      case "start" -> words.x();
      case "end" -> words.x() - width;
      default -> words.x() - width / 2.0;
    };
  }

  private static double right(Words words) {
    return left(words) + words.words().length() * 6;
  }
}
