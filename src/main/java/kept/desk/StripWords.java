package kept.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kept.desk.FrontDoorPage.Hours;
import kept.desk.FrontDoorPage.Keys;
import kept.desk.FrontDoorPage.Nobody;
import kept.desk.FrontDoorPage.Pressed;
import kept.desk.FrontDoorPage.Rules;
import kept.desk.FrontDoorPage.Said;
import kept.desk.FrontDoorPage.Strip;
import kept.frontdoor.Greeting;
import kept.frontdoor.Key;
import kept.frontdoor.KeyAct;
import kept.frontdoor.Moment;
import kept.frontdoor.Nuisance;
import kept.frontdoor.Overflow;
import kept.frontdoor.Plan;
import kept.frontdoor.Screening;
import kept.platform.PhoneNumbers;
import kept.team.Agent;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// The strip of a front door, from the first ring to the closed door, in words. Pure.
record StripWords(Plan plan, Onlooker onlooker, HoursWords hours, List<Nuisance> nuisances) {
  private static final List<String> COUNTS =
      List.of("No keys", "One key", "Two keys", "Three keys");

  Strip strip() {
    return new Strip(
        said(Moment.OPEN),
        hoursPart(),
        keys(),
        new RotaWords(plan, onlooker).rota(),
        nobody(),
        List.of(said(Moment.CLOSED), said(Moment.HOLIDAY)),
        rules());
  }

  private Said said(Moment moment) {
    var greeting = plan.greetings().at(moment);
    return new Said(
        moment.word(),
        title(moment),
        chip(moment, greeting),
        greeting == null || greeting.words().isEmpty() ? usual(moment, greeting) : quoted(greeting),
        greeting == null ? null : greeting.words(),
        greeting == null ? null : FrontDoorPages.HOME + "/greetings/" + greeting.file(),
        note(moment));
  }

  private static String title(Moment moment) {
    return switch (moment) {
      case OPEN -> "Hello";
      case CLOSED -> "Closed";
      case HOLIDAY -> "On a holiday";
    };
  }

  private String chip(Moment moment, @Nullable Greeting greeting) {
    if (greeting == null) return moment == Moment.OPEN ? "0 s" : "no keys";
    var length = moment == Moment.OPEN ? plan.greetings().hello() : greeting.length();
    var seconds = Math.ceilDiv(length.toMillis(), 1000L) + " s";
    return moment == Moment.OPEN ? seconds + ", rings meanwhile" : seconds + ", no keys";
  }

  private static String quoted(Greeting greeting) {
    return "“" + greeting.words() + "”";
  }

  private static String usual(Moment moment, @Nullable Greeting greeting) {
    if (greeting != null) return "In your own voice. Write down what it says, for eyes.";
    return switch (moment) {
      case OPEN -> "Nothing is said. They hear it ring, and then a person.";
      case CLOSED -> "“We are closed right now. Please leave a message after the tone.”";
      case HOLIDAY -> "The same as when you’re closed.";
    };
  }

  private static String note(Moment moment) {
    return switch (moment) {
      case OPEN -> "Up to 12 seconds; every second here is heard by everyone, while phones ring.";
      case CLOSED -> "After it they may leave a message, and a person rings back once you’re open.";
      case HOLIDAY -> "On public holidays and days of your own, instead of the words above.";
    };
  }

  private Hours hoursPart() {
    var open = hours.hours().isOpen(onlooker.now());
    return new Hours(open ? "Open now" : "Closed now", open, hours.sentence(), hours.ahead());
  }

  private Keys keys() {
    var pressed = plan.keys().stream().map(this::pressed).toList();
    var count = Math.min(3, pressed.size());
    var next = Stream.of("1", "2", "3")
        .filter(digit -> pressed.stream().noneMatch(key -> key.digit().equals(digit)))
        .findFirst()
        .orElse(null);
    var cost = switch (count) {
      case 0 -> "Adds 3 seconds to everyone’s hello, and a thing to listen for.";
      case 1 -> "A second key is how a phone tree starts.";
      default -> COUNTS.get(count) + ". This is how a phone tree starts.";
    };
    return new Keys(
        COUNTS.get(count) + (count == 0 ? "" : ", if they like"),
        pressed,
        next,
        List.of(
            new Choice(KeyAct.RING_BACK.word(), "Ring me back instead", true),
            new Choice(KeyAct.VOICEMAIL.word(), "Leave a message", false),
            new Choice(KeyAct.PEOPLE.word(), "These people first", false)),
        people(List.of()),
        cost,
        count == 0 ? "due" : "risk");
  }

  private Pressed pressed(Key key) {
    var digit = "" + key.digit();
    return switch (key.act()) {
      case RING_BACK ->
        new Pressed(digit, "Ring me back instead", "Works any time. They keep their place.");
      case VOICEMAIL ->
        new Pressed(digit, "Leave a message", "Works any time. A person rings back.");
      case PEOPLE ->
        new Pressed(digit, names(key.agents()), "Their phones ring first, then the usual ones.");
    };
  }

  private Nobody nobody() {
    var last = plan.waves().size() - 1;
    var rings =
        plan.waves().stream().map(wave -> wave.rings()).reduce(Duration.ZERO, Duration::plus);
    var overflows = List.of(
        overflow(Overflow.RING_BACK, "Promise to ring back"),
        overflow(Overflow.VOICEMAIL, "Take a message"),
        overflow(Overflow.NUMBER, "Ring another number"));
    return new Nobody(
        "at " + rings.toSeconds() + " s",
        Math.max(0, last),
        last < 0 ? List.of() : RotaWords.delays(plan, last),
        overflows,
        Objects.requireNonNullElse(plan.elsewhere(), ""),
        "While everybody talks they hear where they stand, and keep their place if they hang up."
            + " In the end a promise is made: ");
  }

  private Choice overflow(Overflow overflow, String words) {
    return new Choice(overflow.word(), words, plan.overflow() == overflow);
  }

  private Rules rules() {
    var direct = plan.direct();
    var screened = plan.screening() == Screening.NONE
        ? "Nobody is asked who they are before phones ring."
        : "They say their name after a tone, which takes 6 s. Whoever takes the call hears it first.";
    return new Rules(
        List.of(
            screening(Screening.NONE, "Nobody"),
            screening(Screening.WITHHELD, "Whoever withholds their number"),
            screening(Screening.UNKNOWN, "Whoever we don’t know")),
        screened,
        direct == null ? null : direct(direct.agent(), direct.callers()),
        people(direct == null ? List.of() : List.of(direct.agent())),
        direct == null ? "" : String.join("\n", direct.callers()),
        nuisances.stream().map(this::nuisance).toList());
  }

  private Choice screening(Screening screening, String words) {
    return new Choice(screening.word(), words, plan.screening() == screening);
  }

  private String direct(AgentId agent, List<String> callers) {
    var numbers = callers.stream().map(PhoneNumbers::words).collect(Collectors.joining(", "));
    return first(onlooker, agent) + " rings alone first for 20 s, mobile included, for " + numbers
        + ".";
  }

  private FrontDoorPage.Nuisance nuisance(Nuisance each) {
    var since = "since " + onlooker.time().date(each.addedAt(), onlooker.now());
    var note = each.note().isEmpty() ? since : each.note() + ", " + since;
    return new FrontDoorPage.Nuisance(each.number(), PhoneNumbers.words(each.number()), note);
  }

  private List<Choice> people(List<AgentId> chosen) {
    return people(onlooker, chosen);
  }

  /// Everybody who is here.
  static List<Choice> people(Onlooker onlooker, List<AgentId> chosen) {
    var people = new ArrayList<Choice>();
    onlooker.team().values().stream()
        .filter(Agent::isHere)
        .sorted(Comparator.comparing(Agent::name))
        .forEach(agent -> people.add(
            new Choice(agent.id().toString(), agent.firstName(), chosen.contains(agent.id()))));
    return people;
  }

  /// As callers ask for them, whoever looks at the page.
  static String first(Onlooker onlooker, AgentId id) {
    var agent = onlooker.team().get(id);
    return agent == null ? "somebody who left" : agent.firstName();
  }

  private String names(List<AgentId> agents) {
    return agents.stream().map(id -> first(onlooker, id)).collect(Collectors.joining(" or "));
  }
}
