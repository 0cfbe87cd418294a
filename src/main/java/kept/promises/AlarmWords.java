package kept.promises;

import java.time.Instant;
import kept.customers.Customer;
import kept.team.Agent;
import kept.team.ShopTime;

/// What an alarm says: what happened, what was promised, and what to do now. Pure.
public record AlarmWords(String headline, String letter) {
  static AlarmWords of(
      Step step,
      Promise promise,
      Customer customer,
      Agent keeper,
      Agent told,
      ShopTime time,
      Instant now) {
    var who = keeper.equals(told) ? "you" : keeper.firstName();
    var left = ShopTime.length(promise.left(now));
    var due = time.due(promise.dueAt(), now);
    var headline = headline(step, promise, customer, keeper, left, due);
    var letter = headline
        + "\n\n"
        + promise.what()
        + "\nFor "
        + customer.name()
        + ", due "
        + due
        + ". Kept by "
        + who
        + "."
        + (promise.riskReason() == null ? "" : "\nWhy it may be late: " + promise.riskReason())
        + "\n\nOpen it to keep it, take it, or agree a new time:";
    return new AlarmWords(headline, letter);
  }

  private static String headline(
      Step step, Promise promise, Customer customer, Agent keeper, String left, String due) {
    var late = promise.brokenAt() != null || step == Step.BROKEN;
    if (late) return "This one broke: " + promise.what() + ", due " + due;
    return switch (step) {
      case NUDGE -> left + " left: " + promise.what();
      case SECOND, EVERYONE ->
        keeper.firstName() + " may not make " + due + " for " + customer.firstName() + ". Can you?";
      case OWNER, BROKEN ->
        customer.firstName() + " was promised by " + due + ", and nobody has it yet";
    };
  }
}
