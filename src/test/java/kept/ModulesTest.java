package kept;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Dependence between rooms runs one way, and rooms on one floor do not know each other.
class ModulesTest {
  /// From the ground up, as in docs/architecture.md.
  private static final List<List<String>> FLOORS = List.of(
      List.of("platform", "line"),
      List.of("team"),
      List.of("customers"),
      List.of("conversations"),
      List.of("promises"),
      List.of("recaps"),
      List.of("frontdoor", "tone", "answers"),
      List.of("phone", "email", "texts", "chat"),
      List.of("scorecard"),
      List.of("privacy"),
      List.of("desk", "visitor", "api", "exchange", "sample"));

  private static final JavaClasses KEPT = new ClassFileImporter()
      .withImportOption(new ImportOption.DoNotIncludeTests())
      .importPackages("kept");

  @Test
  void dependenceRunsOneWay() {
    for (int floor = 0; floor < FLOORS.size(); floor++) {
      for (var room : FLOORS.get(floor)) {
        var above = notBelow(floor, room);
        noClasses()
            .that()
            .resideInAPackage("kept." + room + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(above)
            .allowEmptyShould(true)
            .check(KEPT);
      }
    }
  }

  @Test
  void nobodyButTheEdgeSeesTheSipStack() {
    noClasses()
        .that()
        .resideOutsideOfPackage("kept.line.sip..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.sip..", "gov.nist..")
        .check(KEPT);
  }

  @Test
  void theLineCouldLiveWithoutKept() {
    noClasses()
        .that()
        .resideInAPackage("kept.line..")
        .should()
        .dependOnClassesThat(resideInAPackage("kept..").and(not(resideInAPackage("kept.line.."))))
        .check(KEPT);
  }

  /// Neither the picture in a letter nor the address in a call: only these fetch, and only from
  /// where the owner, or a browser within `PushReach`, said; one reads our own jar.
  @Test
  void nobodyElseFetchesFromTheNet() {
    noClasses()
        .that()
        .resideOutsideOfPackages("kept.platform.push..")
        .and(not(
            nameMatching("kept\\.(texts\\.TwilioTexts|Doctor.*|platform\\.postgres\\.Binaries)")))
        .should()
        .dependOnClassesThat(nameMatching("java\\.net\\.(http\\..*|.*URLConnection)"))
        .check(KEPT);
  }

  /// What came from outside never becomes an object, a program or a name to look up.
  @Test
  void nothingSentIsRun() {
    noClasses()
        .should()
        .dependOnClassesThat(nameMatching(
            "java\\.io\\.ObjectInputStream|javax\\.script\\..*|java\\.beans\\.XMLDecoder"))
        .check(KEPT);
    noClasses()
        .that(not(nameMatching("kept\\.DoctorOfMail|kept\\.line\\.sip\\.DnsNames")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("javax.naming.."))
        .check(KEPT);
    noClasses()
        .that()
        .resideOutsideOfPackages("kept.platform.postgres..")
        .should()
        .dependOnClassesThat(nameMatching("java\\.lang\\.ProcessBuilder"))
        .check(KEPT);
  }

  @Test
  void nothingGoesRoundInACircle() {
    slices().matching("kept.(*)..").should().beFreeOfCycles().check(KEPT);
  }

  @Test
  void everyRoomStandsOnAFloor() {
    var known =
        FLOORS.stream().flatMap(List::stream).map(room -> "kept." + room + "..").toList();
    var places = new ArrayList<>(known);
    places.add("kept");
    places.add("kept.pages..");
    noClasses()
        .that()
        .resideOutsideOfPackages(places.toArray(String[]::new))
        .should()
        .resideInAPackage("kept..")
        .allowEmptyShould(true)
        .check(KEPT);
  }

  /// Everything on this floor and above it, but for the room itself.
  private static String[] notBelow(int floor, String room) {
    return FLOORS.subList(floor, FLOORS.size()).stream()
        .flatMap(List::stream)
        .filter(other -> !other.equals(room))
        .map(other -> "kept." + other + "..")
        .toArray(String[]::new);
  }
}
