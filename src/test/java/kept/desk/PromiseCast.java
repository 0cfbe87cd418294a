package kept.desk;

import static java.time.Duration.ofHours;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kept.conversations.Channel;
import kept.conversations.ConversationId;
import kept.customers.CustomerId;
import kept.promises.Horizons;
import kept.promises.Horizons.Span;
import kept.promises.Item;
import kept.promises.Kind;
import kept.promises.Promise;
import kept.promises.PromiseId;
import kept.promises.PromiseState;
import kept.promises.Step;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.Role;
import kept.team.ShopTime;
import org.jspecify.annotations.Nullable;

/// Marlow & Daughter's people and promises on Tuesday, November 24, at 2:24 in the afternoon, for
/// what is said of them.
final class PromiseCast {
  static final ShopTime TIME = new ShopTime(ZoneId.of("America/Los_Angeles"));
  static final Instant NOW = Instant.parse("2026-11-24T22:24:00Z");
  static final Agent PRIYA = agent("Priya Nair", Role.AGENT);
  static final Agent JUSTIN = agent("Justin Cole", Role.AGENT);
  static final Agent TOMAS = agent("Tomás Reyes", Role.HELPER);
  static final Onlooker ONLOOKER = onlooker(PRIYA);

  private PromiseCast() {}

  static Onlooker onlooker(Agent me) {
    var team = new LinkedHashMap<AgentId, Agent>();
    List.of(PRIYA, JUSTIN, TOMAS).forEach(agent -> team.put(agent.id(), agent));
    return new Onlooker(me, NOW, TIME, team);
  }

  static Instant in(int minutes) {
    return NOW.plus(Duration.ofMinutes(minutes));
  }

  static Item rosa(int minutes) {
    return item(
        "Rosa Delgado", "Call Rosa Delgado back with the fridge quote", in(minutes), null, null);
  }

  static Item rosaAtRisk() {
    return item("Rosa Delgado", "Call Rosa back", in(21), "Justin is at a job until 3:30", null);
  }

  static Item unheard(String name, int minutes) {
    return item(name, "Call " + name + " back", in(minutes), null, Step.SECOND);
  }

  static Item keptEarly(int minutes) {
    return ended(rosa(minutes), PromiseState.KEPT, in(-5));
  }

  static Item item(
      String name, String what, Instant due, @Nullable String risk, @Nullable Step alarmed) {
    var made = due.isBefore(NOW) ? due.minus(ofHours(3)) : NOW.minus(ofHours(3));
    var promise = new Promise(
        PromiseId.next(),
        ConversationId.next(),
        CustomerId.next(),
        what,
        Kind.CALLBACK,
        JUSTIN.id(),
        PRIYA.id(),
        JUSTIN.id(),
        made,
        Channel.CALL,
        due,
        PromiseState.OPEN,
        null,
        null,
        due.isBefore(NOW) ? due : null,
        risk,
        false,
        due.minus(Duration.between(made, due).dividedBy(4)),
        null);
    return new Item(promise, name, alarmed);
  }

  static Item ended(Item item, PromiseState state, Instant at) {
    var was = item.promise();
    var promise = new Promise(
        was.id(),
        was.conversation(),
        was.customer(),
        was.what(),
        was.kind(),
        was.keeper(),
        was.second(),
        was.madeBy(),
        was.madeAt(),
        was.madeOn(),
        was.dueAt(),
        state,
        at,
        null,
        was.brokenAt(),
        null,
        false,
        was.nudgeAt(),
        null);
    return new Item(promise, item.customerName(), null);
  }

  static TodayFacts facts(Onlooker onlooker, int waiting, int kept, Item... open) {
    var horizons = Horizons.of(NOW, TIME);
    Map<Span, List<Item>> spans = new EnumMap<>(Span.class);
    Map<Span, Integer> counts = new EnumMap<>(Span.class);
    for (var span : Span.values()) {
      var items = List.of(open).stream()
          .filter(item -> horizons.spanOf(item.promise().dueAt()) == span)
          .toList();
      spans.put(span, items);
      counts.put(span, items.size());
    }
    var done = IntStream.range(0, kept).mapToObj(i -> keptEarly(60 + i)).toList();
    return new TodayFacts(onlooker, spans, counts, done, waiting);
  }

  private static Agent agent(String name, Role role) {
    return new Agent(
        AgentId.next(), name, name.split(" ")[0] + "@example.com", role, null, 165, true, "", null);
  }
}
