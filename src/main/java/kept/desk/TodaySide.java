package kept.desk;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import kept.conversations.Row;
import kept.customers.CustomerId;
import kept.platform.pages.Face;
import kept.promises.Item;
import kept.promises.Tallies;
import kept.team.Agent;

/// What is good to know beside today's work, in words. Pure.
record TodaySide(Onlooker onlooker) {
  private static final int MOST_GENTLE = 5;

  /// A helper learns who is here; people and figures are not part of their work.
  TodayPage.Side forHelper() {
    return new TodayPage.Side(List.of(), here(), List.of());
  }

  TodayPage.Side of(List<Row> reopened, List<Item> broken, Tallies.Kept week) {
    return new TodayPage.Side(gentle(reopened, broken), here(), week(week));
  }

  /// Each person once; that they are not happy yet says more than what we missed.
  private List<TodayPage.Gentle> gentle(List<Row> reopened, List<Item> broken) {
    var people = new LinkedHashMap<CustomerId, TodayPage.Gentle>();
    for (var row : reopened) {
      var customer = row.conversation().customer();
      people.putIfAbsent(customer, gentle(customer, row.customerName(), notYet(row)));
    }
    for (var item : broken) {
      var customer = item.promise().customer();
      people.putIfAbsent(customer, gentle(customer, item.customerName(), missed(item)));
    }
    return people.values().stream().limit(MOST_GENTLE).toList();
  }

  private static TodayPage.Gentle gentle(CustomerId customer, String name, String why) {
    return new TodayPage.Gentle(Face.of(name), name, "/people/" + customer, why);
  }

  private String notYet(Row row) {
    var at = row.conversation().reopenedAt();
    var when = at == null ? "" : ", " + onlooker.time().past(at, onlooker.now());
    return "Not sorted yet" + when + ": " + row.conversation().matter();
  }

  private String missed(Item item) {
    var promise = item.promise();
    var due = promise.brokenAt() == null ? promise.dueAt() : promise.brokenAt();
    var when = onlooker.time().near(due, onlooker.now());
    return "We promised " + when + " and missed it: " + promise.what();
  }

  private List<TodayPage.Here> here() {
    return onlooker.team().values().stream()
        .filter(Agent::isHere)
        .sorted(Comparator.comparing((Agent agent) -> !onlooker.is(agent.id()))
            .thenComparing(agent -> !agent.takingCalls())
            .thenComparing(Agent::name))
        .map(agent ->
            new TodayPage.Here(onlooker.face(agent.id()), onlooker.name(agent.id()), doing(agent)))
        .toList();
  }

  private static String doing(Agent agent) {
    if (!agent.doing().isBlank()) return agent.doing();
    return agent.takingCalls() ? "Taking calls" : "Not taking calls";
  }

  private static List<TodayPage.Fact> week(Tallies.Kept week) {
    if (week.of() == 0) return List.of();
    return List.of(new TodayPage.Fact("Promises kept", week.kept() + " of " + week.of()));
  }
}
