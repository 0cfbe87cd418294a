package kept.frontdoor;

import static kept.frontdoor.PlanCast.EDIE;
import static kept.frontdoor.PlanCast.FULL;
import static kept.frontdoor.PlanCast.OURS;
import static kept.frontdoor.PlanCast.PLAIN;
import static kept.frontdoor.PlanCast.PRIYA;
import static kept.frontdoor.PlanCast.TEAM;
import static kept.frontdoor.PlanCast.wave;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kept.frontdoor.Path.End;
import kept.frontdoor.Path.Way;
import kept.team.AgentId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PathsTest {
  private static final Duration HOUR = Duration.ofHours(1);
  /// Six waves and twelve keys are the most that these plans have wrong at once.
  private static final int MANY_STEPS = 50;

  @Test
  void tellsEveryWayThroughAPlanInOrder() {
    assertThat(Paths.of(FULL, TEAM, HOUR))
        .extracting(Path::words)
        .containsExactly(
            "6 s, They press 1, if they like: we ring back and they keep their place",
            "6 s, They press 2, if they like: Edie first, then as usual",
            "6 s, Dana: for the known few",
            "6 s, whoever knows them: when they talked before",
            "12 s, Priya: when they withhold their number, and say their name first",
            "6 s, Priya: when Priya is free",
            "14 s, Edie: when Priya doesn’t pick up",
            "22 s, anybody of the team: when nobody has by then",
            "38 s, (415) 555-0177: another number rings, and we ring back if nobody is there",
            "5 s, Closed: a message and a promise: a person rings back once we’re open",
            "5 s, On a holiday: a message and a promise: a person rings back once we’re open",
            "3 s, On the nuisance list: a message: no phone rings, and somebody hears it later");
  }

  @Test
  void countsWhatACallerPays() {
    assertThat(CallerCost.of(PLAIN)).isEqualTo(cost(0, 6, 26, 35, 0));
    assertThat(CallerCost.of(PLAIN.screening(Screening.WITHHELD))).isEqualTo(CallerCost.of(PLAIN));
    assertThat(CallerCost.of(PLAIN.screening(Screening.UNKNOWN))).isEqualTo(cost(6, 12, 32, 35, 1));
    assertThat(CallerCost.of(FrontDoors.usual())).isEqualTo(cost(0, 6, 30, 30, 0));
  }

  @Test
  void aGreetingCostsNobodyASecondBeforeAPerson() {
    var silent = FULL.greetings(Greetings.NONE);

    assertThat(CallerCost.of(FULL)).isEqualTo(CallerCost.of(silent));
  }

  @Property
  void everyPathEndsWithAPersonOrAPromise(@ForAll("usable") Plan plan) {
    var paths = Paths.of(plan, TEAM, HOUR);

    assertThat(paths).extracting(Path::way).contains(Way.NOBODY, Way.CLOSED, Way.HOLIDAY);
    assertThat(of(paths, Way.WAVE)).hasSameSizeAs(plan.waves());
    assertThat(of(paths, Way.KEY)).hasSameSizeAs(plan.keys());
    assertThat(paths).allSatisfy(path -> {
      assertThat(path.at()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(186));
      assertThat(path.keys()).hasSizeLessThanOrEqualTo(1);
      if (path.end() == End.PERSON && path.way() != Way.DIRECT)
        assertThat(path.people().isEmpty() || path.people().stream().anyMatch(this::takesCalls))
            .isTrue();
    });
  }

  @Property
  void whoeverPressesNothingReachesAPerson(@ForAll("usable") Plan plan) {
    var unpressed = Paths.of(plan, TEAM, HOUR).stream()
        .filter(path -> path.keys().isEmpty() && path.end() == End.PERSON)
        .toList();

    assertThat(unpressed).anySatisfy(path -> assertThat(path.way()).isEqualTo(Way.WAVE));
    assertThat(CallerCost.of(plan).keys()).isZero();
    assertThat(CallerCost.of(plan).toAPerson()).isLessThanOrEqualTo(Duration.ofSeconds(12));
  }

  @Property
  void theWaysOutLeadToAPlanThatMayBeUsed(@ForAll("plans") Plan plan) {
    assertThat(objections(mended(plan))).isEmpty();
  }

  private Plan mended(Plan plan) {
    var mended = plan;
    for (int step = 0; step < MANY_STEPS && !objections(mended).isEmpty(); step++) {
      var wayOut = objections(mended).getFirst().wayOut();
      assertThat(wayOut).isNotNull();
      mended = wayOut.plan();
    }
    return mended;
  }

  @Provide
  Arbitrary<Plan> usable() {
    return plans().map(this::mended);
  }

  @Provide
  Arbitrary<Plan> plans() {
    var agents = Arbitraries.of(PRIYA.id(), EDIE.id(), PlanCast.JUSTIN.id(), PlanCast.GONE)
        .list()
        .uniqueElements()
        .ofMaxSize(3);
    var waves = Combinators.combine(agents, Arbitraries.integers().between(5, 120))
        .as((who, seconds) -> wave(seconds, who.toArray(AgentId[]::new)))
        .list()
        .ofMaxSize(6);
    var keys = Combinators.combine(
            Arbitraries.chars().range('0', '4'), Arbitraries.of(KeyAct.values()), agents)
        .as(Key::new)
        .list()
        .ofMaxSize(4);
    var greetings =
        Arbitraries.integers().between(500, 15_000).map(PlanCast::greeting).injectNull(0.5);
    var hellos = Combinators.combine(greetings, greetings, greetings).as(Greetings::new);
    return Combinators.combine(
            Arbitraries.of(true, false),
            waves,
            Arbitraries.of(Overflow.values()),
            Arbitraries.of("+14155550177", OURS, "911").injectNull(0.2),
            hellos,
            keys,
            Arbitraries.of(Screening.values()))
        .as((known, rings, overflow, elsewhere, said, pressed, screening) ->
            new Plan(known, rings, overflow, elsewhere, said, pressed, screening, null));
  }

  private boolean takesCalls(AgentId id) {
    var agent = TEAM.get(id);
    return agent != null && agent.takingCalls();
  }

  private static List<Path> of(List<Path> paths, Way way) {
    return paths.stream().filter(path -> path.way() == way).toList();
  }

  private static List<Objection> objections(Plan plan) {
    return LawSix.objections(plan, TEAM, List.of(OURS));
  }

  private static CallerCost cost(int before, int person, int busy, int longest, int names) {
    return new CallerCost(
        0,
        Duration.ofSeconds(before),
        Duration.ofSeconds(person),
        Duration.ofSeconds(busy),
        Duration.ofSeconds(longest),
        names);
  }
}
