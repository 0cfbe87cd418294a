package kept.phone;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kept.line.Leg;
import org.jspecify.annotations.Nullable;

/// Whoever hears music for a minute is forgotten: then, and every minute after it, the phone that
/// holds them beeps. In the call's mailbox; [#due] may be read by any thread.
final class HoldReminder {
  private static final Duration AFTER = Duration.ofSeconds(60);

  private final Switchboard board;
  private final Script script;
  private volatile @Nullable Instant due;

  HoldReminder(Switchboard board, Script script) {
    this.board = board;
    this.script = script;
  }

  void begins() {
    due = board.moment().plus(AFTER);
  }

  void ends() {
    due = null;
  }

  /// Empty while nobody waits.
  Optional<Instant> due() {
    return Optional.ofNullable(due);
  }

  /// Whether it is time, and then it beeped.
  boolean beeps(Leg holds) {
    var at = due;
    if (at == null || at.isAfter(board.moment())) return false;
    begins();
    script.say(holds, List.of(board.sounds().beep(), board.sounds().beep()), () -> {});
    return true;
  }
}
