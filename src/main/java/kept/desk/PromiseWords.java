package kept.desk;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import kept.customers.Customer;
import kept.promises.Endings;
import kept.promises.Item;
import kept.promises.Promise;
import kept.promises.Standing;
import kept.promises.Step;
import kept.promises.StringShape;
import org.jspecify.annotations.Nullable;

/// Promises in words, as one onlooker reads them now. Pure.
record PromiseWords(Onlooker onlooker) {

  /// A row with the two ways out when something endangers the promise, or it is late.
  PromiseRow row(Item item) {
    return row(item, isInDanger(item) || isLate(item.promise()) ? alarm(item) : null);
  }

  PromiseRow quietRow(Item item) {
    return row(item, null);
  }

  /// It can still be kept in time, but somebody said why not, or nobody answered the second step.
  boolean isInDanger(Item item) {
    var promise = item.promise();
    if (!promise.isOpen() || isLate(promise)) return false;
    return promise.riskReason() != null || nobodyHasIt(item);
  }

  boolean isLate(Promise promise) {
    return promise.isOpen() && onlooker.now().isAfter(promise.dueAt());
  }

  /// What can still be saved of these, the soonest first.
  List<Item> endangered(Collection<Item> items) {
    return items.stream()
        .filter(this::isInDanger)
        .sorted(Comparator.comparing(item -> item.promise().dueAt()))
        .toList();
  }

  /// What is about to break and why, else what broke last; none when all is well.
  @Nullable
  String danger(List<Item> endangered, List<Item> late) {
    if (endangered.isEmpty()) return late.isEmpty() ? null : danger(late.getLast());
    var more = endangered.size() - 1;
    if (more == 0) return danger(endangered.getFirst());
    var need = more == 1 ? " more needs somebody." : " more need somebody.";
    return danger(endangered.getFirst()) + " " + Counted.atStart(more) + need;
  }

  /// "Rosa’s is due in 21 minutes and Justin can’t make it."
  String danger(Item item) {
    var promise = item.promise();
    var whose = possessive(Customer.firstNameOf(item.customerName()));
    if (isLate(promise)) return whose + " was due " + at(promise) + ".";
    var why = promise.riskReason() == null
        ? "nobody has it"
        : onlooker.nameWithin(promise.keeper()) + " can’t make it";
    return whose + " is due in " + Counted.length(promise.left(onlooker.now())) + " and " + why
        + ".";
  }

  /// "2:45 pm" when it is today, else "Wed 9:00 am" or "Dec 2".
  String hour(Promise promise) {
    return onlooker.time().near(promise.dueAt(), onlooker.now());
  }

  /// "at 2:45 pm", "yesterday at 4:00 pm", "on Nov 12".
  private String at(Promise promise) {
    var due = onlooker.time().due(promise.dueAt(), onlooker.now());
    if (due.startsWith("yesterday ")) return due.replace("yesterday ", "yesterday at ");
    return (Character.isDigit(due.charAt(0)) || due.equals("noon") ? "at " : "on ") + due;
  }

  private PromiseRow row(Item item, PromiseRow.@Nullable Alarm alarm) {
    var promise = item.promise();
    var standing = new Standing(promise, onlooker.now());
    return new PromiseRow(
        promise.id().toString(),
        promise.what(),
        href(promise),
        said(promise),
        standing.string(StringShape.ROW),
        new PromiseRow.Keeper(
            onlooker.face(promise.keeper()),
            onlooker.name(promise.keeper()),
            onlooker.standingIn(promise)),
        due(promise, standing),
        may(promise),
        alarm);
  }

  /// A helper does not read conversations.
  private String href(Promise promise) {
    return onlooker.isHelper() ? "/promises/" + promise.id() : "/c/" + promise.conversation();
  }

  private PromiseRow.May may(Promise promise) {
    if (mayKeep(promise)) return PromiseRow.May.KEEP;
    return mayUndo(promise) ? PromiseRow.May.UNDO : PromiseRow.May.LOOK;
  }

  boolean mayUndo(Promise promise) {
    return Endings.mayUndo(promise, onlooker.now()) && isTheirs(promise);
  }

  /// A helper keeps their own promises and nobody else's.
  boolean isTheirs(Promise promise) {
    return !onlooker.isHelper() || onlooker.is(promise.keeper());
  }

  boolean mayKeep(Promise promise) {
    return promise.isOpen() && isTheirs(promise);
  }

  /// "Justin promised on the phone, 11:20".
  String said(Promise promise) {
    var when = onlooker.time().past(promise.madeAt(), onlooker.now());
    return onlooker.name(promise.madeBy()) + " promised " + ChannelWords.by(promise.madeOn()) + ", "
        + when;
  }

  private PromiseRow.Due due(Promise promise, Standing standing) {
    if (promise.endedAt() != null) {
      var ended = onlooker.time().near(promise.endedAt(), onlooker.now());
      return new PromiseRow.Due(promise.dueAt(), ended, standing.words(), standing.tone());
    }
    var far = onlooker.time().day(promise.dueAt()).isAfter(onlooker.time().day(onlooker.now()));
    var words = far ? daysAhead(promise) : standing.words();
    return new PromiseRow.Due(promise.dueAt(), hour(promise), words, standing.tone());
  }

  private String daysAhead(Promise promise) {
    var days = onlooker.time().daysBetween(onlooker.now(), promise.dueAt());
    return days == 1 ? "tomorrow" : "in " + days + " days";
  }

  private PromiseRow.Alarm alarm(Item item) {
    var promise = item.promise();
    if (isLate(promise)) return late(item);
    return new PromiseRow.Alarm(why(promise), takeIt(item), mayKeep(promise));
  }

  /// Whoever keeps it has it already; what is left is to keep it, or to tell them when.
  private PromiseRow.Alarm late(Item item) {
    var why = Customer.firstNameOf(item.customerName()) + " is still waiting.";
    var promise = item.promise();
    var takeIt = onlooker.is(promise.keeper()) ? null : takeIt(item);
    return new PromiseRow.Alarm(why, takeIt, mayKeep(promise));
  }

  private String why(Promise promise) {
    var reason = promise.riskReason();
    if (reason != null) return sentence(reason);
    if (onlooker.is(promise.keeper())) return "Nobody has it yet. Have you?";
    return "Nobody has it yet. No word from " + onlooker.name(promise.keeper()) + ".";
  }

  private String takeIt(Item item) {
    var promise = item.promise();
    if (onlooker.is(promise.keeper())) return "I’ve got it";
    return switch (promise.kind()) {
      case CALLBACK -> "I’ll call " + Customer.firstNameOf(item.customerName());
      case VISIT -> "I’ll go";
      case REFUND, REPLACEMENT, SHIPMENT, INFORMATION, FIX, ESCALATION, OTHER -> "I’ll do it";
    };
  }

  private static boolean nobodyHasIt(Item item) {
    var step = item.alarmed();
    return step != null && step.compareTo(Step.SECOND) >= 0;
  }

  private static String possessive(String name) {
    return name + "’s";
  }

  private static String sentence(String words) {
    var start = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    return start.matches(".*[.!?…]") ? start : start + ".";
  }
}
