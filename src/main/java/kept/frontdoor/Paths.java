package kept.frontdoor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import kept.frontdoor.Path.End;
import kept.frontdoor.Path.Way;
import kept.platform.PhoneNumbers;
import kept.team.Agent;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// Every way through a plan, in the order in which callers come to them. Pure.
public final class Paths {
  /// People pick up at the second ring: a ring and a pause take six seconds (ITU-T E.180).
  static final Duration PICKS_UP = Duration.ofSeconds(6);
  /// To say a name after the tone, and for the phones to ring then.
  static final Duration SAYS_A_NAME = Duration.ofSeconds(6);
  /// A sentence of the line's own.
  private static final Duration SENTENCE = Duration.ofSeconds(3);

  private final Plan plan;
  private final Map<AgentId, Agent> team;
  private final Duration within;
  private final List<Path> paths = new ArrayList<>();

  private Paths(Plan plan, Map<AgentId, Agent> team, Duration within) {
    this.plan = plan;
    this.team = team;
    this.within = within;
  }

  /// @param within how soon a caller is rung back whom nobody took
  public static List<Path> of(Plan plan, Map<AgentId, Agent> team, Duration within) {
    var paths = new Paths(plan, team, within);
    paths.keys();
    paths.first();
    paths.waves();
    paths.nobody();
    paths.shut();
    return List.copyOf(paths.paths);
  }

  private void keys() {
    for (var key : plan.keys()) {
      var what = "They press " + key.digit() + ", if they like";
      var end = key.act() == KeyAct.PEOPLE ? End.PERSON : End.PROMISE;
      paths.add(new Path(Way.KEY, what, leadsTo(key), key.agents(), List.of(key), PICKS_UP, end));
    }
  }

  private String leadsTo(Key key) {
    return switch (key.act()) {
      case RING_BACK -> "we ring back and they keep their place";
      case VOICEMAIL -> "they leave a message and we ring back";
      case PEOPLE -> names(key.agents()) + " first, then as usual";
    };
  }

  /// Whoever does not go the way of everybody.
  private void first() {
    var direct = plan.direct();
    if (direct != null)
      person(
          Way.DIRECT,
          names(List.of(direct.agent())),
          "for the known few",
          List.of(direct.agent()),
          PICKS_UP);
    if (plan.knownFirst())
      person(Way.KNOWN, "whoever knows them", "when they talked before", List.of(), PICKS_UP);
    if (plan.screening() != Screening.NONE && !plan.waves().isEmpty()) {
      var agents = plan.waves().getFirst().agents();
      var whose = plan.screening() == Screening.WITHHELD
          ? "when they withhold their number, and say their name first"
          : "when we don’t know them, and they say their name first";
      person(Way.SCREENED, names(agents), whose, agents, SAYS_A_NAME.plus(PICKS_UP));
    }
  }

  private void waves() {
    var begins = Duration.ZERO;
    var when = "when somebody is free";
    for (var wave : plan.waves()) {
      var who = names(wave.agents());
      if (begins.isZero() && wave.agents().size() == 1) when = "when " + who + " is free";
      person(Way.WAVE, who, when, wave.agents(), begins.plus(PICKS_UP));
      when = begins.isZero() && wave.agents().size() == 1
          ? "when " + who + " doesn’t pick up"
          : "when nobody has by then";
      begins = begins.plus(wave.rings());
    }
  }

  private void nobody() {
    var at = plan.rings();
    var back = "a person rings back within " + length();
    switch (plan.overflow()) {
      case RING_BACK -> promise(Way.NOBODY, "a promise", back, at);
      case VOICEMAIL -> promise(Way.NOBODY, "a message and a promise", back, at);
      case NUMBER ->
        person(
            Way.NOBODY,
            PhoneNumbers.words(Objects.requireNonNullElse(plan.elsewhere(), "another number")),
            "another number rings, and we ring back if nobody is there",
            List.of(),
            at.plus(PICKS_UP));
    }
  }

  private String length() {
    var minutes = within.toMinutes();
    if (minutes == 60) return "the hour";
    return minutes % 60 == 0 ? minutes / 60 + " hours" : minutes + " minutes";
  }

  /// Nobody’s phone rings.
  private void shut() {
    var greetings = plan.greetings();
    var back = "a person rings back once we’re open";
    promise(Way.CLOSED, "Closed: a message and a promise", back, said(greetings.closed()));
    promise(Way.HOLIDAY, "On a holiday: a message and a promise", back, holiday(greetings));
    promise(
        Way.NUISANCE,
        "On the nuisance list: a message",
        "no phone rings, and somebody hears it later",
        SENTENCE);
  }

  private static Duration holiday(Greetings greetings) {
    return said(greetings.holiday() == null ? greetings.closed() : greetings.holiday());
  }

  private static Duration said(@Nullable Greeting greeting) {
    return greeting == null ? SENTENCE : greeting.length();
  }

  private void person(Way way, String what, String when, List<AgentId> people, Duration at) {
    paths.add(new Path(way, what, when, people, List.of(), at, End.PERSON));
  }

  private void promise(Way way, String what, String when, Duration at) {
    paths.add(new Path(way, what, when, List.of(), List.of(), at, End.PROMISE));
  }

  private String names(List<AgentId> agents) {
    if (agents.isEmpty()) return "anybody of the team";
    return agents.stream()
        .map(team::get)
        .map(agent -> agent == null ? "somebody who left" : agent.firstName())
        .collect(Collectors.joining(" or "));
  }
}
