package kept.desk;

import static kept.desk.PromiseCast.ONLOOKER;
import static kept.desk.PromiseCast.facts;
import static kept.desk.PromiseCast.rosa;
import static kept.desk.PromiseCast.rosaAtRisk;
import static kept.desk.PromiseCast.unheard;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kept.promises.Item;
import kept.team.OpeningHours;
import org.junit.jupiter.api.Test;

class TodayWordsTest {
  private static final OpeningHours TUESDAYS = hours(DayOfWeek.TUESDAY, 8, 18);

  @Test
  void isTrueForNothing() {
    assertThat(sentence(0, 0)).isEqualTo("Nobody is waiting and nothing is due today.");
    assertThat(sentence(1, 0)).isEqualTo("Nothing is due today. One person is waiting.");
    assertThat(sentence(3, 0)).isEqualTo("Nothing is due today. Three people are waiting.");
    assertThat(sentence(0, 6)).isEqualTo("Six kept, nothing left for today.");
    assertThat(sentence(0, 60)).isEqualTo("Nothing left to keep today.");
  }

  @Test
  void isTrueForOneAndForFifty() {
    assertThat(sentence(0, 0, rosa(90))).isEqualTo("One promise left today.");
    assertThat(sentence(0, 0, rosa(90), rosa(95))).isEqualTo("Two promises left today.");
    var fifty = IntStream.range(0, 50).mapToObj(i -> rosa(60 + i)).toArray(Item[]::new);
    assertThat(sentence(9, 9, fifty)).isEqualTo("50 promises left today.");
  }

  @Test
  void saysWhatIsLate() {
    assertThat(sentence(0, 0, rosa(-9))).isEqualTo("One promise is late.");
    assertThat(sentence(0, 0, rosa(-9), rosa(-8))).isEqualTo("Two promises are late.");
    assertThat(sentence(0, 0, rosa(-9), rosa(8))).isEqualTo("One promise left today and one late.");
  }

  @Test
  void tellsAHelperOfTheirOwn() {
    var tomas = PromiseCast.onlooker(PromiseCast.TOMAS);

    assertThat(TodayWords.of(facts(tomas, 0, 0, rosa(60), rosa(70))).sentence())
        .isEqualTo("Two promises of yours left today.");
    assertThat(TodayWords.of(facts(tomas, 0, 0)).sentence())
        .isEqualTo("Nothing of yours is due today.");
  }

  @Test
  void namesTheOneInDangerAndTheReason() {
    assertThat(danger(rosa(90))).isNull();
    assertThat(danger(rosaAtRisk(), rosa(90)))
        .isEqualTo("Rosa’s is due in 21 minutes and Justin can’t make it.");
    assertThat(danger(unheard("Mrs Okafor", 61)))
        .isEqualTo("Mrs Okafor’s is due in an hour and a minute and nobody has it.");
    assertThat(danger(unheard("Marcus Boyd", 34), rosaAtRisk(), unheard("Amir Haddad", 50)))
        .isEqualTo("Rosa’s is due in 21 minutes and Justin can’t make it. Two more need somebody.");
  }

  @Test
  void namesWhatBrokeLastWhenNothingCanBeSaved() {
    assertThat(danger(rosa(-9))).isEqualTo("Rosa’s was due at 2:15 pm.");
    assertThat(danger(rosa(-60 * 20))).isEqualTo("Rosa’s was due yesterday at 6:24 pm.");
    assertThat(danger(rosa(-60 * 24 * 5))).isEqualTo("Rosa’s was due on Nov 19, 2:24 pm.");
  }

  @Test
  void saysWhatComesNextOnAQuietDay() {
    var words = TodayWords.of(facts(ONLOOKER, 0, 0));

    assertThat(words.quiet(null)).isEqualTo("Nothing promised for today. Nice and quiet.");
    assertThat(words.quiet(rosa(60 * 48)))
        .endsWith("Next: Call Rosa Delgado back with the fridge quote, Thu 2:24 pm.");
    assertThat(TodayWords.of(facts(ONLOOKER, 0, 1)).quiet(null))
        .isEqualTo("Everything promised for today is kept.");
    assertThat(TodayWords.of(facts(ONLOOKER, 0, 0, rosa(5))).quiet(null)).isNull();
  }

  @Test
  void saysWhenTheShopIsOpen() {
    assertThat(TodayWords.of(facts(ONLOOKER, 0, 0)).opening(TUESDAYS))
        .isEqualTo("open until 6:00 pm");
    assertThat(TodayWords.of(facts(ONLOOKER, 0, 0)).opening(hours(DayOfWeek.TUESDAY, 15, 18)))
        .isEqualTo("opens at 3:00 pm");
    assertThat(TodayWords.of(facts(ONLOOKER, 0, 0)).opening(hours(DayOfWeek.TUESDAY, 8, 12)))
        .isEqualTo("closed since noon");
    assertThat(TodayWords.of(facts(ONLOOKER, 0, 0)).opening(hours(DayOfWeek.FRIDAY, 8, 12)))
        .isEqualTo("closed today");
  }

  @Test
  void showsAtMostThreeAlarmsAndCountsTheRest() {
    var facts = facts(
        ONLOOKER,
        0,
        0,
        rosa(-9),
        unheard("Ada", 10),
        unheard("Ben", 20),
        unheard("Cem", 30),
        unheard("Dot", 40),
        unheard("Eva", 50),
        rosa(90));

    var shown = facts.shownToday();

    assertThat(shown)
        .extracting(Item::customerName)
        .containsExactly("Ada", "Ben", "Cem", "Rosa Delgado", "Rosa Delgado");
    assertThat(shown.get(3).promise().brokenAt()).isNotNull();
    assertThat(facts.leftOut(shown)).isEqualTo(2);
  }

  private static String sentence(int waiting, int kept, Item... open) {
    return TodayWords.of(facts(ONLOOKER, waiting, kept, open)).sentence();
  }

  private static @org.jspecify.annotations.Nullable String danger(Item... open) {
    return TodayWords.of(facts(ONLOOKER, 0, 0, open)).danger();
  }

  private static OpeningHours hours(DayOfWeek day, int opens, int closes) {
    var span = new OpeningHours.Span(LocalTime.of(opens, 0), LocalTime.of(closes, 0));
    return new OpeningHours(PromiseCast.TIME.zone(), Map.of(day, List.of(span)));
  }
}
