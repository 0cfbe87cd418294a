package kept.frontdoor;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kept.platform.Refusal;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A plan as it is kept and as programs read and write it. Pure.
public final class WrittenPlan {
  private WrittenPlan() {}

  public static Map<String, Object> of(Plan plan) {
    var written = new LinkedHashMap<String, Object>();
    written.put("known_first", plan.knownFirst());
    written.put("waves", plan.waves().stream().map(WrittenPlan::wave).toList());
    written.put("overflow", plan.overflow());
    if (plan.elsewhere() != null) written.put("elsewhere", plan.elsewhere());
    written.put("greetings", greetings(plan.greetings()));
    written.put("keys", plan.keys().stream().map(WrittenPlan::key).toList());
    written.put("screening", plan.screening());
    if (plan.direct() != null)
      written.put(
          "direct",
          Map.of("agent", plan.direct().agent(), "callers", plan.direct().callers()));
    return written;
  }

  private static Map<String, Object> wave(Wave wave) {
    return Map.of("agents", wave.agents(), "seconds", wave.rings().toSeconds());
  }

  private static Map<String, Object> greetings(Greetings greetings) {
    var written = new LinkedHashMap<String, Object>();
    for (var moment : Moment.values()) {
      var greeting = greetings.at(moment);
      if (greeting != null) written.put(moment.word(), greeting(greeting));
    }
    var notice = greetings.notice();
    if (notice != null)
      written.put(
          "notice", Map.of("day", notice.day().toString(), "said", greeting(notice.said())));
    return written;
  }

  private static Map<String, Object> greeting(Greeting greeting) {
    var seconds = BigDecimal.valueOf(greeting.length().toMillis(), 3);
    return Map.of("file", greeting.file(), "seconds", seconds, "words", greeting.words());
  }

  private static Map<String, Object> key(Key key) {
    return Map.of(
        "digit", Character.toString(key.digit()), "act", key.act(), "agents", key.agents());
  }

  /// What is left out is as usual, what cannot be read is refused.
  public static Plan read(JsonNode node) {
    var usual = FrontDoors.usual();
    var overflow = node.path("overflow").asString("");
    var elsewhere = node.path("elsewhere").asString("");
    return new Plan(
        node.path("known_first").asBoolean(false),
        node.has("waves") ? waves(node.path("waves")) : usual.waves(),
        node.has("overflow") ? Overflow.of(overflow) : usual.overflow(),
        elsewhere.isEmpty() ? null : elsewhere,
        readGreetings(node.path("greetings")),
        keys(node.path("keys")),
        node.has("screening")
            ? Screening.of(node.path("screening").asString(""))
            : usual.screening(),
        direct(node.path("direct")));
  }

  private static List<Wave> waves(JsonNode node) {
    var waves = new ArrayList<Wave>();
    for (var each : node) {
      var rings = Duration.ofSeconds(each.path("seconds").asInt(0));
      waves.add(new Wave(agents(each.path("agents")), rings));
    }
    return waves;
  }

  private static List<AgentId> agents(JsonNode node) {
    var agents = new ArrayList<AgentId>();
    for (var each : node) agents.add(AgentId.parse(each.asString("")));
    return agents;
  }

  private static Greetings readGreetings(JsonNode node) {
    var greetings = Greetings.NONE;
    for (var moment : Moment.values())
      greetings = greetings.with(moment, readGreeting(node.path(moment.word())));
    return greetings.notice(readNotice(node.path("notice")));
  }

  private static @Nullable Notice readNotice(JsonNode node) {
    var said = readGreeting(node.path("said"));
    if (said == null) return null;
    try {
      return new Notice(said, LocalDate.parse(node.path("day").asString("")));
    } catch (DateTimeParseException none) {
      throw new Refusal("A notice has its day, as 2026-11-26.");
    }
  }

  private static @Nullable Greeting readGreeting(JsonNode node) {
    if (!node.isObject()) return null;
    var millis = Math.round(node.path("seconds").asDouble(0) * 1000);
    return new Greeting(
        node.path("file").asString(""),
        Duration.ofMillis(millis),
        node.path("words").asString(""));
  }

  private static List<Key> keys(JsonNode node) {
    var keys = new ArrayList<Key>();
    for (var each : node) keys.add(key(each));
    return keys;
  }

  private static Key key(JsonNode node) {
    var digit = node.path("digit").asString("");
    if (digit.length() != 1) throw new Refusal("A key is 1, 2 or 3.");
    if (node.has("keys"))
      throw new Refusal(
          "Key " + digit + " leads to more keys. A person can be one key away at most.");
    return new Key(
        digit.charAt(0), KeyAct.of(node.path("act").asString("")), agents(node.path("agents")));
  }

  private static @Nullable Direct direct(JsonNode node) {
    if (!node.isObject()) return null;
    var callers = new ArrayList<String>();
    for (var each : node.path("callers")) callers.add(each.asString(""));
    return new Direct(AgentId.parse(node.path("agent").asString("")), callers);
  }
}
