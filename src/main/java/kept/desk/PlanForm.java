package kept.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kept.frontdoor.Direct;
import kept.frontdoor.Key;
import kept.frontdoor.KeyAct;
import kept.frontdoor.Moment;
import kept.frontdoor.OutsideNumber;
import kept.frontdoor.Overflow;
import kept.frontdoor.Plan;
import kept.frontdoor.Screening;
import kept.frontdoor.Wave;
import kept.platform.NotFound;
import kept.platform.Refusal;
import kept.team.Agent;
import kept.team.AgentId;

/// What somebody changes in a draft with one of the forms of the front door.
record PlanForm(Form form, List<Agent> here) {
  static final String EVERYONE = "everyone";
  static final String AFTER = "after";
  static final String ONCE = "once";
  private static final Duration USUAL = Duration.ofSeconds(15);
  private static final Duration SHORT = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final int MOST_IN_TURN = 5;

  /// The change of this part of the page.
  UnaryOperator<Plan> change(String part) {
    return switch (part) {
      case "words" -> this::words;
      case "greeting" -> this::ungreeted;
      case "notice" -> plan -> plan.greetings(plan.greetings().notice(null));
      case "keys" -> this::keys;
      case "order" -> this::order;
      case "waves" -> this::waves;
      case "delay" -> this::delay;
      case "known-first" -> plan -> plan.knownFirst(form.text("known_first").equals("true"));
      case "overflow" -> this::overflow;
      case "screening" -> plan -> plan.screening(Screening.of(form.text("screening")));
      case "direct" -> this::direct;
      default -> throw new NotFound("There is no such part of a front door.");
    };
  }

  private Plan words(Plan plan) {
    var moment = Moment.of(form.text("moment"));
    var greeting = plan.greetings().at(moment);
    if (greeting == null) throw changedMeanwhile();
    return plan.greetings(plan.greetings().with(moment, greeting.words(form.text("words"))));
  }

  private Plan ungreeted(Plan plan) {
    return plan.greetings(plan.greetings().with(Moment.of(form.text("remove")), null));
  }

  private Plan keys(Plan plan) {
    var keys = new ArrayList<>(plan.keys());
    if (form.has("remove")) keys.removeIf(key -> form.text("remove").equals("" + key.digit()));
    else keys.add(new Key(free(keys), KeyAct.of(form.text("act")), agents("agent")));
    return plan.keys(keys);
  }

  private static char free(List<Key> keys) {
    for (char digit = '1'; digit <= '3'; digit++) {
      var taken = digit;
      if (keys.stream().noneMatch(key -> key.digit() == taken)) return digit;
    }
    throw new Refusal("Three keys are the most.");
  }

  private Plan order(Plan plan) {
    return plan.waves(form.text("how").equals(ONCE) ? atOnce(plan) : inTurn(plan));
  }

  private static List<Wave> atOnce(Plan plan) {
    var everyone = plan.waves().stream().anyMatch(Wave::isEveryone);
    var agents =
        plan.waves().stream().flatMap(wave -> wave.agents().stream()).distinct().toList();
    var rings = plan.waves().stream().map(Wave::rings).reduce(Duration.ZERO, Duration::plus);
    if (rings.compareTo(LONGEST) > 0) rings = LONGEST;
    return List.of(new Wave(everyone ? List.of() : agents, rings.isZero() ? USUAL : rings));
  }

  /// One after another; whoever is behind the fourth rings with everyone who is left.
  private List<Wave> inTurn(Plan plan) {
    var agents = new ArrayList<>(
        plan.waves().stream().flatMap(wave -> wave.agents().stream()).distinct().toList());
    if (agents.isEmpty() || plan.waves().stream().anyMatch(Wave::isEveryone))
      here.stream()
          .filter(Agent::takingCalls)
          .map(Agent::id)
          .filter(id -> !agents.contains(id))
          .forEach(agents::add);
    var waves = new ArrayList<Wave>();
    for (int i = 0; i < Math.min(agents.size(), MOST_IN_TURN - 1); i++)
      waves.add(new Wave(List.of(agents.get(i)), SHORT));
    if (agents.size() >= MOST_IN_TURN)
      waves.add(new Wave(agents.subList(MOST_IN_TURN - 1, agents.size()), SHORT));
    return waves;
  }

  private Plan waves(Plan plan) {
    var waves = new ArrayList<>(plan.waves());
    if (form.has("up")) Collections.swap(waves, nth("up", waves), nth("up", waves, -1));
    else if (form.has("down")) Collections.swap(waves, nth("down", waves), nth("down", waves, 1));
    else if (form.has("remove")) waves.remove(nth("remove", waves));
    else add(waves);
    return plan.waves(waves);
  }

  /// Whoever is named rings at this place and at no other.
  private void add(List<Wave> waves) {
    var agents = form.text("who").equals(EVERYONE) ? List.<AgentId>of() : agents("who");
    var together = !form.text("with").equals(AFTER) && !waves.isEmpty() && !agents.isEmpty();
    var place = together ? nth("with", waves) : waves.size();
    if (!together) waves.add(new Wave(agents, USUAL));
    else if (waves.get(place).isEveryone()) throw new Refusal("Everybody rings there already.");
    else waves.set(place, joined(waves.get(place), agents));
    for (int i = waves.size() - 1; i >= 0; i--) {
      if (i == place || waves.get(i).isEveryone()) continue;
      var left =
          waves.get(i).agents().stream().filter(id -> !agents.contains(id)).toList();
      if (left.isEmpty()) waves.remove(i);
      else waves.set(i, new Wave(left, waves.get(i).rings()));
    }
  }

  private static Wave joined(Wave wave, List<AgentId> agents) {
    var all = Stream.concat(wave.agents().stream(), agents.stream()).distinct().toList();
    return new Wave(all, wave.rings());
  }

  private Plan delay(Plan plan) {
    var waves = new ArrayList<>(plan.waves());
    var nth = nth("nth", waves);
    waves.set(nth, waves.get(nth).ringing(Duration.ofSeconds(number("seconds"))));
    return plan.waves(waves);
  }

  private Plan overflow(Plan plan) {
    var typed = form.text("elsewhere");
    var number = typed.isEmpty() ? null : OutsideNumber.orAsTyped(typed);
    return plan.overflow(Overflow.of(form.text("overflow")), number);
  }

  private Plan direct(Plan plan) {
    if (form.has("remove")) return plan.direct(null);
    var callers = form.text("callers")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(OutsideNumber::read)
        .toList();
    return plan.direct(new Direct(AgentId.parse(form.text("agent")), callers));
  }

  private List<AgentId> agents(String field) {
    return form.texts(field).stream()
        .filter(id -> !id.isEmpty())
        .map(AgentId::parse)
        .distinct()
        .toList();
  }

  private int nth(String field, List<Wave> waves) {
    return nth(field, waves, 0);
  }

  private int nth(String field, List<Wave> waves, int further) {
    var nth = number(field) + further;
    if (nth < 0 || nth >= waves.size()) throw changedMeanwhile();
    return nth;
  }

  private int number(String field) {
    var text = form.text(field);
    if (!text.matches("\\d{1,3}")) throw changedMeanwhile();
    return Integer.parseInt(text);
  }

  private static Refusal changedMeanwhile() {
    return new Refusal("The draft was changed meanwhile. Load the page again to see it.");
  }
}
