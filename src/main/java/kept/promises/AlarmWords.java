package kept.promises;

import java.time.Instant;
import kept.customers.Customer;
import kept.team.Agent;
import kept.team.ShopTime;

/// What an alarm says: what happened and what to do, one line of whom it is for, and the letter
/// with all of it. Pure.
public record AlarmWords(String headline, String line, String letter) {

  /// What there is to say it of, and to whom.
  record Of(
      Promise promise, Customer customer, Agent keeper, Agent told, ShopTime time, Instant now) {

    AlarmWords words(Step step, Cause cause) {
      var who = keeper.equals(told) ? "you" : keeper.firstName();
      var headline = headline(step, cause);
      var line = "For " + customer.name() + ", due " + due() + ". Kept by " + who + ".";
      var letter = headline + "\n\n" + promise.what() + "\n" + line + risk() + "\n\n" + what(step);
      return new AlarmWords(headline, line, letter);
    }

    private String headline(Step step, Cause cause) {
      var late = promise.brokenAt() != null || step == Step.BROKEN;
      if (late) return "This one broke: " + promise.what() + ", due " + due();
      if (cause == Cause.HANDED_OVER) return "Yours now: " + promise.what() + ", by " + due();
      return switch (step) {
        case NUDGE -> left();
        case SECOND, EVERYONE ->
          keeper.equals(told)
              ? left() + ", and nobody has it yet"
              : keeper.firstName() + " may not make " + due() + " for " + customer.firstName()
                  + ". Can you?";
        case OWNER, BROKEN ->
          customer.firstName() + " was promised by " + due() + ", and nobody has it yet";
      };
    }

    private String left() {
      return ShopTime.length(promise.left(now)) + " left: " + promise.what();
    }

    private String due() {
      return time.due(promise.dueAt(), now);
    }

    private String risk() {
      return promise.riskReason() == null ? "" : "\nWhy it may be late: " + promise.riskReason();
    }

    private static String what(Step step) {
      return step == Step.BROKEN
          ? "Open it to keep it late, or to send an honest note with a new time. It is drafted:"
          : "Open it to keep it, take it, or agree a new time:";
    }
  }
}
