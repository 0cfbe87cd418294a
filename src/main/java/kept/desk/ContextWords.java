package kept.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kept.conversations.Cost;
import kept.conversations.Row;
import kept.conversations.State;
import kept.customers.Identity;
import kept.customers.Possession;
import kept.customers.VerificationLevel;
import kept.desk.ConversationContext.Known;
import kept.desk.ConversationContext.Matter;
import kept.desk.ConversationContext.Owed;
import kept.desk.ConversationContext.Owned;
import kept.desk.ConversationContext.Reach;
import kept.desk.ConversationContext.Sure;
import kept.desk.ConversationContext.Who;
import kept.platform.pages.Face;
import kept.promises.Promise;
import kept.promises.Standing;
import kept.team.ShopTime;

/// What is good to know about a person before answering. Pure.
record ContextWords(Story story, Telling telling) {

  ConversationContext context() {
    return new ConversationContext(
        who(),
        sure(),
        known(),
        costs(story.cost()),
        story.promises().stream().map(this::owed).toList(),
        story.knowledge().possessions().stream().map(this::owned).toList(),
        story.knowledge().identities().stream().map(ContextWords::reach).toList(),
        others());
  }

  private Who who() {
    var customer = story.customer();
    return new Who(
        customer.id().toString(),
        Face.of(customer.name()),
        customer.name(),
        customer.firstName(),
        "/people/" + customer.id(),
        since());
  }

  private String since() {
    var customer = story.customer();
    if (isNew()) return "First time we’ve heard from " + customer.firstName();
    return "Customer since " + telling.time().day(customer.since()).getYear();
  }

  /// Met within a day, and about this one matter only.
  private boolean isNew() {
    var known = Duration.between(story.customer().since(), telling.now());
    return known.toDays() < 1 && story.matters().size() <= 1;
  }

  private Sure sure() {
    var first = story.customer().firstName();
    var level = story.knowledge().level();
    if (level == VerificationLevel.VERIFIED) {
      var why = first + " answered on the page that we sent a link to.";
      return new Sure("It’s " + first, why, "kept");
    }
    if (isNew() || level == VerificationLevel.UNKNOWN)
      return new Sure("Not met before", "We only know how they reached us.", "line");
    var why = level == VerificationLevel.ATTESTED
        ? "They write from an address we know, and its mail server vouches for it."
        : "They write from an address we know.";
    return new Sure("Looks like " + first, why, "line");
  }

  private List<Known> known() {
    return story.knowledge().facts().stream()
        .map(fact -> new Known(fact.label(), fact.value()))
        .toList();
  }

  /// The bill so far; what cost nothing is said where it matters.
  static List<ConversationContext.Cost> costs(Cost cost) {
    var lines = new ArrayList<ConversationContext.Cost>();
    lines.add(line("Reached us", times(cost.contacts())));
    if (cost.keys() > 0) lines.add(line("Keys pressed", Integer.toString(cost.keys())));
    if (!cost.onThePhone().isZero()) lines.add(line("On the phone", phone(cost)));
    lines.add(line("Handed over", Integer.toString(cost.handOvers())));
    lines.add(line("Had to repeat", cost.repeats() == 0 ? "Nothing" : times(cost.repeats())));
    if (cost.reopened() > 0) lines.add(line("Not sorted after all", times(cost.reopened())));
    lines.add(line("Waited for us", waited(cost.waited())));
    return lines;
  }

  private Owed owed(Promise promise) {
    var standing = new Standing(promise, telling.now());
    var tone = standing.tone() == null ? "kept" : standing.tone();
    var when = promise.isOpen()
        ? telling.due(promise.dueAt())
        : telling.time().date(promise.dueAt(), telling.now());
    return switch (standing.state()) {
      case RUNNING, DUE, RISK -> new Owed("clock-countdown", tone, promise.what(), null, when);
      case BROKEN, KEPT_LATE ->
        new Owed("warning-circle", tone, promise.what(), standing.words(), when);
      case KEPT -> new Owed("check-circle-fill", tone, promise.what(), null, when);
      case LET_GO -> new Owed("prohibit", "due", promise.what(), "let go", when);
    };
  }

  private Owned owned(Possession possession) {
    var when = telling.time().date(possession.boughtAt(), telling.now());
    return new Owned(picture(possession.kind()), possession.name(), possession.condition(), when);
  }

  private static String picture(String kind) {
    return switch (kind) {
      case "tv" -> "television-simple";
      case "speaker" -> "speaker-hifi";
      case "fridge", "freezer" -> "snowflake";
      case "washer", "dryer" -> "washing-machine";
      case "oven", "range" -> "oven";
      default -> "storefront";
    };
  }

  static Reach reach(Identity identity) {
    var note = identity.level() == VerificationLevel.VERIFIED ? "confirmed" : "";
    return new Reach(ChannelWords.icon(identity.kind()), identity.words(), note);
  }

  private List<Matter> others() {
    return story.matters().stream()
        .map(Row::conversation)
        .filter(each -> !each.id().equals(story.conversation().id()))
        .map(each -> new Matter(
            each.matter(), "/c/" + each.id(), stateWords(each.state()), tone(each.state())))
        .toList();
  }

  static String stateWords(State state) {
    return switch (state) {
      case OPEN -> "Open";
      case WAITING -> "Waiting on them";
      case CONFIRMED -> "Sorted";
      case LAPSED -> "Quiet";
    };
  }

  static String tone(State state) {
    return switch (state) {
      case OPEN -> "live";
      case WAITING, LAPSED -> "line";
      case CONFIRMED -> "kept";
    };
  }

  private static ConversationContext.Cost line(String what, String value) {
    return new ConversationContext.Cost(what, value);
  }

  private static String phone(Cost cost) {
    var whole = waited(cost.onThePhone());
    return cost.onHold().isZero() ? whole : whole + ", " + waited(cost.onHold()) + " of it music";
  }

  static String times(int count) {
    return count == 1 ? "once" : count == 2 ? "twice" : count + " times";
  }

  private static String waited(Duration waited) {
    return waited.toMinutes() < 1 ? "under a minute" : ShopTime.length(waited);
  }
}
