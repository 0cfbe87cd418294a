package kept.sample;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kept.customers.CustomerId;
import kept.customers.Customers;
import kept.customers.Customers.Approach;
import kept.customers.Fact;
import kept.customers.Identity;
import kept.customers.IdentityKind;
import kept.customers.Possession;
import kept.customers.VerificationLevel;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.Role;
import kept.team.Team;
import org.jspecify.annotations.Nullable;

/// Who is in the story: the five who keep the promises and everyone they are made to.
final class Cast {
  private final Team team;
  private final Customers customers;
  private final Map<String, AgentId> agents = new HashMap<>();
  private final Map<String, CustomerId> met = new HashMap<>();

  Cast(Team team, Customers customers) {
    this.team = team;
    this.customers = customers;
  }

  /// One of the team: key, name, role, and what colleagues see beside the face.
  record Part(String key, String name, Role role, @Nullable String second, int hue, String doing) {
    String email() {
      return key + "@example.com";
    }

    boolean takesCalls() {
      return key.equals("priya") || key.equals("edie");
    }
  }

  static final Part DANA = new Part(
      "dana",
      "Dana Marlow",
      Role.OWNER,
      "priya",
      345,
      "Away, rings if a promise is about to break");
  static final Part PRIYA = new Part("priya", "Priya Nair", Role.AGENT, "edie", 165, "");
  static final Part TOMAS =
      new Part("tomas", "Tomás Reyes", Role.HELPER, "justin", 250, "Driving, 2 stops left");
  private static final List<Part> TEAM = List.of(
      DANA,
      PRIYA,
      new Part("edie", "Edie Moss", Role.AGENT, "priya", 110, "Workshop, rings second"),
      new Part("justin", "Justin Cole", Role.AGENT, null, 60, "At a job until 3:30"),
      TOMAS);

  void join(String passwordHash) {
    for (var part : TEAM) {
      agents.put(part.key(), team.join(agent(AgentId.next(), part), passwordHash));
    }
    for (var part : TEAM) {
      if (part.second() != null) team.change(agent("dana"), agent(agent(part.key()), part));
    }
  }

  boolean isAgent(String key) {
    return agents.containsKey(key);
  }

  AgentId agent(String key) {
    return Objects.requireNonNull(agents.get(key), () -> "Nobody on the team is " + key);
  }

  CustomerId customer(String key) {
    return Objects.requireNonNull(met.get(key), () -> "Nobody has met " + key);
  }

  void meet(Step step) {
    var phone = new Approach(
        IdentityKind.PHONE,
        step.with(0),
        step.words(),
        "mobile",
        VerificationLevel.RECOGNISED,
        true);
    var id = customers.recognise(phone).id();
    met.put(step.who(), id);
    if (!step.with(1).equals("none")) reach(id, IdentityKind.EMAIL, step.with(1), "");
  }

  void reach(Step step) {
    var kind = IdentityKind.valueOf(step.with(0).toUpperCase(java.util.Locale.ROOT));
    reach(customer(step.who()), kind, step.with(1), step.rest(2));
  }

  void know(Step step) {
    var colon = step.words().indexOf(": ");
    var fact =
        new Fact(step.words().substring(0, colon), step.words().substring(colon + ": ".length()));
    customers.learn(agent("priya"), customer(step.who()), fact);
  }

  void own(Step step, Instant now) {
    var words = step.words().split(", ", 2);
    var condition = words.length > 1 ? words[1] : "";
    customers.owns(customer(step.who()), new Possession(words[0], step.with(0), condition, now));
  }

  String email(CustomerId customer) {
    return customers
        .knowledgeOf(customer)
        .last(IdentityKind.EMAIL)
        .map(Identity::value)
        .orElseThrow();
  }

  /// A way they used before is only noted as used again.
  private void reach(CustomerId id, IdentityKind kind, String value, String source) {
    var approach = new Approach(kind, value, null, source, VerificationLevel.RECOGNISED, true);
    var known = customers.knowledgeOf(id).identities().stream()
        .anyMatch(identity -> identity.kind() == kind && identity.value().equals(value));
    if (known) customers.recognise(approach);
    else customers.addIdentity(agent("priya"), id, approach);
  }

  private Agent agent(AgentId id, Part part) {
    var second = part.second() == null ? null : agents.get(part.second());
    return new Agent(
        id,
        part.name(),
        part.email(),
        part.role(),
        second,
        part.hue(),
        part.takesCalls(),
        part.doing(),
        null);
  }
}
