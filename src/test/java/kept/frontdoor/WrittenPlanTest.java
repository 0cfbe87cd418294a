package kept.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import kept.platform.Json;
import kept.platform.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenPlanTest {
  @Test
  void readsWhatItWrote() {
    assertThat(WrittenPlan.read(Json.read(Json.write(WrittenPlan.of(PlanCast.FULL)))))
        .isEqualTo(PlanCast.FULL);
    assertThat(WrittenPlan.read(Json.read(Json.write(WrittenPlan.of(PlanCast.PLAIN)))))
        .isEqualTo(PlanCast.PLAIN);
  }

  @Test
  void whatHelloAddsIsWrittenWithItsDay() {
    var notice = new Notice(PlanCast.greeting(2_100), LocalDate.of(2026, 11, 26));
    var plan = PlanCast.FULL.greetings(PlanCast.FULL.greetings().notice(notice));

    assertThat(WrittenPlan.read(Json.read(Json.write(WrittenPlan.of(plan))))).isEqualTo(plan);
  }

  @Test
  void aPlanFromBeforeThereWereGreetingsSaysAndAsksNothing() {
    var old = """
        {"known_first": true, "waves": [{"agents": [], "seconds": 30}], "overflow": "ring_back"}
        """;

    assertThat(WrittenPlan.read(Json.read(old)))
        .isEqualTo(new Plan(true, List.of(PlanCast.wave(30)), Overflow.RING_BACK));
  }

  @Test
  void whatIsLeftOutIsAsUsual() {
    assertThat(WrittenPlan.read(Json.read("{}"))).isEqualTo(FrontDoors.usual());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
          {"overflow": "menu"}                                   | no overflow "menu"
          {"waves": [{"seconds": 3600}]}                         | 5 to 120 seconds
          {"waves": [{"seconds": 0}]}                            | 5 to 120 seconds
          {"greetings": {"notice": {"said": {}, "day": "soon"}}} | has its day
          {"screening": "everyone"}                              | no screening "everyone"
          {"keys": [{"digit": "1", "act": "menu"}]}              | cannot do "menu"
          {"keys": [{"digit": "12", "act": "ring_back"}]}        | A key is 1, 2 or 3
          {"keys": [{"digit": "2", "act": "people", "keys": []}]} | Key 2 leads to more keys
          {"direct": {"agent": "0199c0de-0000-7000-8000-000000000000", "callers": []}} | whose calls
          {"direct": {"agent": "0199c0de-0000-7000-8000-000000000000", "callers": ["0142"]}} | without gaps
          """)
  void whatCannotBeReadIsRefused(String json, String because) {
    assertThatThrownBy(() -> WrittenPlan.read(Json.read(json)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(because);
  }
}
