package kept.api;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kept.customers.Customer;
import kept.customers.CustomerId;
import kept.team.Agent;

/// The people we serve and the team that serves them.
record PeopleRoutes(Doors doors) {
  List<Route> all() {
    return List.of(
        Route.get("/customers", this::customers),
        Route.get("/customers/{id}", this::customer),
        Route.get("/agents", this::agents));
  }

  private Answer customers(Call call) {
    var query = call.query("q");
    var after =
        Optional.ofNullable(query.after("customers")).map(CustomerId::new).orElse(null);
    var words = query.text("q");
    var page = Page.of(
        "customers",
        query.limit(),
        Customer::id,
        limit -> words == null
            ? doors.customers().page(after, limit)
            : doors.customers().pageOf(words, after, limit));
    return Answer.ok(page.map(rows -> rows.stream().map(CustomerShape::of).toList()));
  }

  private Answer customer(Call call) {
    var customer = doors.customers().get(call.id(CustomerId::parse));
    var knowledge = doors.customers().knowledgeOf(customer.id());
    return Answer.ok(CustomerShape.Whole.of(customer, knowledge));
  }

  /// Everyone who ever was on the team, since old promises name them; in the order they joined.
  private Answer agents(Call call) {
    var query = call.query();
    var after = query.after("agents");
    var everyone = doors.team().everyone().values().stream()
        .filter(agent -> after == null || agent.id().value().compareTo(after) > 0)
        .sorted(Comparator.comparing(agent -> agent.id().value()))
        .toList();
    var page = Page.of(
        "agents",
        query.limit(),
        Agent::id,
        limit -> everyone.stream().limit(limit).toList());
    var absences = doors.presence().running();
    return Answer.ok(page.map(rows -> rows.stream()
        .map(agent -> AgentShape.of(agent, absences.get(agent.id())))
        .toList()));
  }
}
