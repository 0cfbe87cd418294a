package kept.promises;

import java.time.Duration;
import java.time.Instant;
import kept.promises.StringShape.State;
import kept.team.ShopTime;
import org.jspecify.annotations.Nullable;

/// How a promise stands at a moment: as a state, in a few words, as a tone and as a string. Pure.
public record Standing(Promise promise, Instant now) {

  public State state() {
    return switch (promise.state()) {
      case KEPT -> promise.isLate(now) ? State.KEPT_LATE : State.KEPT;
      case RELEASED -> State.LET_GO;
      case OPEN -> openState();
    };
  }

  /// "2 h 36 left", "20 min late", "17 min early", "a day late", "on time", "let go".
  public String words() {
    var end = promise.endedAt() == null ? now : promise.endedAt();
    var off = Duration.between(end, promise.dueAt());
    return switch (promise.state()) {
      case OPEN -> ShopTime.length(promise.left(now)) + (off.isNegative() ? " late" : " left");
      case KEPT -> off.isNegative() ? ShopTime.length(off) + " late" : early(off);
      case RELEASED -> "let go";
    };
  }

  /// The word that the style sheet colours by, or none while there is time.
  public @Nullable String tone() {
    return switch (state()) {
      case RUNNING, LET_GO -> null;
      case DUE, RISK -> "due";
      case KEPT -> "kept";
      case KEPT_LATE -> "due";
      case BROKEN -> "risk";
    };
  }

  public StringShape string(int width) {
    return StringShape.of(state(), promise.elapsed(now), nudgeShare(), width, aloud());
  }

  /// What the drawing says to whoever cannot see it.
  private String aloud() {
    if (promise.isOpen()) {
      var run = Duration.between(promise.madeAt(), promise.dueAt());
      return words() + " of " + ShopTime.length(run);
    }
    return promise.state() == PromiseState.KEPT ? "Kept, " + words() : "Let go";
  }

  private State openState() {
    // Broken once and agreed anew, it runs towards its new time.
    if (now.isAfter(promise.dueAt())) return State.BROKEN;
    if (promise.riskReason() != null) return State.RISK;
    return now.isBefore(promise.nudgeAt()) ? State.RUNNING : State.DUE;
  }

  /// Where the tick of the nudge is on the string, from 0 to 1.
  private double nudgeShare() {
    var run = Duration.between(promise.madeAt(), promise.dueAt()).toMillis();
    var toNudge = Duration.between(promise.madeAt(), promise.nudgeAt()).toMillis();
    return Math.clamp((double) toNudge / run, 0, 1);
  }

  private static String early(Duration off) {
    return off.toMinutes() < 1 ? "on time" : ShopTime.length(off) + " early";
  }
}
