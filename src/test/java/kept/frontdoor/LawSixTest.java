package kept.frontdoor;

import static kept.frontdoor.PlanCast.EDIE;
import static kept.frontdoor.PlanCast.FULL;
import static kept.frontdoor.PlanCast.GONE;
import static kept.frontdoor.PlanCast.JUSTIN;
import static kept.frontdoor.PlanCast.OURS;
import static kept.frontdoor.PlanCast.PLAIN;
import static kept.frontdoor.PlanCast.PRIYA;
import static kept.frontdoor.PlanCast.TEAM;
import static kept.frontdoor.PlanCast.wave;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kept.team.AgentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LawSixTest {
  private static final String MESSAGE = "Take a message instead";

  @Test
  void whatReachesAPersonIsAllowed() {
    assertThat(objections(PLAIN)).isEmpty();
    assertThat(objections(FULL)).isEmpty();
    assertThat(objections(FrontDoors.usual())).isEmpty();
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource
  void refuses(Plan plan, String because, String wayOut) {
    assertThat(objections(plan)).hasSize(1);
    var objection = objections(plan).getFirst();

    assertThat(objection.sentence()).contains(because);
    assertThat(objection.wayOut()).isNotNull();
    assertThat(objection.wayOut().words()).isEqualTo(wayOut);
    assertThat(objections(objection.wayOut().plan())).isEmpty();
  }

  static Stream<Arguments> refuses() {
    return Stream.of(
        arguments(PLAIN.waves(List.of()), "Nobody rings", "Let everyone ring"),
        arguments(
            PLAIN.waves(List.of(wave(20, JUSTIN.id()), wave(15))),
            "None of the people in one wave",
            "Leave them out"),
        arguments(
            PLAIN.waves(List.of(wave(20, PRIYA.id(), GONE))), "not on the team", "Leave them out"),
        arguments(
            PLAIN.waves(List.of(wave(100), wave(100))),
            "over three minutes",
            "Ring for three minutes at most"),
        arguments(
            PLAIN.waves(List.of(wave(5), wave(5), wave(5), wave(5), wave(5, EDIE.id()), wave(5))),
            "maze",
            "Ring the last ones with the fifth"),
        arguments(keys(key('1'), key('2'), key('2')), "Key 2 does two things", "Drop key 2"),
        arguments(keys(key('0')), "0 is always a person", "Drop key 0"),
        arguments(keys(key('7')), "Keys are 1, 2 and 3", "Drop key 7"),
        arguments(keys(people('2', JUSTIN.id())), "Nobody behind key 2", "Drop key 2"),
        arguments(keys(people('2', PRIYA.id(), GONE)), "not on the team", "Leave them out"),
        arguments(PLAIN.overflow(Overflow.NUMBER, null), "which number", MESSAGE),
        arguments(PLAIN.overflow(Overflow.NUMBER, OURS), "our own number", MESSAGE),
        arguments(PLAIN.overflow(Overflow.NUMBER, "911"), "for emergencies", MESSAGE),
        arguments(PLAIN.overflow(Overflow.NUMBER, "+1911"), "for emergencies", MESSAGE),
        arguments(PLAIN.overflow(Overflow.NUMBER, "+44999"), "for emergencies", MESSAGE),
        arguments(PLAIN.overflow(Overflow.NUMBER, "0142"), "with its country", MESSAGE),
        arguments(
            PLAIN.greetings(new Greetings(null, PlanCast.greeting(12_400), null)),
            "takes 12.4 seconds",
            "Drop that greeting"),
        arguments(
            PLAIN.greetings(new Greetings(PlanCast.greeting(10_000), null, null)
                .notice(new Notice(PlanCast.greeting(2_400), LocalDate.of(2026, 11, 26)))),
            "take 12.4 seconds",
            "Drop what it adds"),
        arguments(
            PLAIN.direct(new Direct(GONE, List.of("+14155550142"))),
            "not on the team",
            "Leave them out"));
  }

  @Test
  void fourKeysAreAPhoneTreeEvenBeforeOneIsNamedTwice() {
    var four = keys(key('1'), key('2'), key('3'), key('3'));

    assertThat(objections(four))
        .extracting(Objection::sentence)
        .hasSize(2)
        .anyMatch(sentence -> sentence.contains("phone tree"));
  }

  @Test
  void whereNobodyTakesCallsThereIsNoWayOut() {
    var alone = Map.of(JUSTIN.id(), JUSTIN);
    var objections = LawSix.objections(FrontDoors.usual(), alone, List.of());

    assertThat(objections)
        .containsExactly(
            new Objection("Nobody of the team takes calls, so nobody would ring.", null));
  }

  private static List<Objection> objections(Plan plan) {
    return LawSix.objections(plan, TEAM, List.of(OURS));
  }

  private static Plan keys(Key... keys) {
    return PLAIN.keys(List.of(keys));
  }

  private static Key key(char digit) {
    return new Key(digit, KeyAct.RING_BACK, List.of());
  }

  private static Key people(char digit, AgentId... agents) {
    return new Key(digit, KeyAct.PEOPLE, List.of(agents));
  }
}
