package kept.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kept.desk.FrontDoorPage.Rota;
import kept.desk.FrontDoorPage.Row;
import kept.frontdoor.Plan;
import kept.frontdoor.Wave;
import kept.team.Agent;

/// Who rings, one wave after another, in words. Pure.
record RotaWords(Plan plan, Onlooker onlooker) {
  private static final int PICKS_UP = 6;
  private static final List<Integer> SECONDS = List.of(5, 8, 10, 15, 20, 30, 45, 60);

  Rota rota() {
    var waves = plan.waves();
    var rows = IntStream.range(0, waves.size()).mapToObj(this::row).toList();
    var people = new ArrayList<Choice>();
    people.add(new Choice(PlanForm.EVERYONE, "Everyone who takes calls", true));
    people.addAll(StripWords.people(onlooker, List.of()));
    var places = new ArrayList<Choice>();
    places.add(new Choice(PlanForm.AFTER, "after the others", true));
    for (int nth = 0; nth < waves.size(); nth++)
      if (!waves.get(nth).isEveryone())
        places.add(new Choice("" + nth, "together with " + names(waves.get(nth)), false));
    return new Rota(waves.size() > 1, plan.knownFirst(), rows, people, places);
  }

  private Row row(int nth) {
    var wave = plan.waves().get(nth);
    return new Row(
        nth,
        agents(wave)
            .map(agent -> Faces.of(agent, onlooker.absences().get(agent.id())))
            .toList(),
        names(wave),
        says(wave, nth),
        nth == 0 ? List.of() : delays(plan, nth - 1),
        nth == plan.waves().size() - 1);
  }

  private String says(Wave wave, int nth) {
    var hello = "Says hello " + (begins(plan, nth) + PICKS_UP) + " s in.";
    var skipped = "Skipped while on a call, driving or at a job.";
    if (wave.isEveryone()) return hello + " " + skipped;
    var not = agents(wave)
        .filter(agent -> !agent.takingCalls())
        .map(Agent::firstName)
        .collect(Collectors.joining(", "));
    return not.isEmpty() ? hello : hello + " Takes no calls now: " + not + ".";
  }

  private String names(Wave wave) {
    if (wave.isEveryone()) return "Everyone who takes calls";
    var names = wave.agents().stream().map(id -> StripWords.first(onlooker, id)).toList();
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  private Stream<Agent> agents(Wave wave) {
    return wave.agents().stream().map(id -> onlooker.team().get(id)).filter(Objects::nonNull);
  }

  /// When whoever is behind this wave joins, by how long it rings alone.
  static List<Choice> delays(Plan plan, int nth) {
    var now = (int) plan.waves().get(nth).rings().toSeconds();
    var begins = begins(plan, nth);
    return Stream.concat(SECONDS.stream(), Stream.of(now))
        .distinct()
        .sorted()
        .map(seconds ->
            new Choice("" + seconds, "after " + (begins + seconds) + " s", seconds == now))
        .toList();
  }

  private static long begins(Plan plan, int nth) {
    return plan.waves().subList(0, nth).stream()
        .map(Wave::rings)
        .reduce(Duration.ZERO, Duration::plus)
        .toSeconds();
  }
}
