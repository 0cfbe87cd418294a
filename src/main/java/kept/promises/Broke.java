package kept.promises;

import java.time.Instant;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// A promise that broke, with what we wrote about it first after that to whom it was made to, if
/// anything. `unwritten` says that we wrote nothing at all to them since.
public record Broke(Promise promise, @Nullable Told told, boolean unwritten) {
  /// `unasked` says that they had not written in between.
  public record Told(AgentId by, Instant at, boolean unasked) {}

  /// The time that was missed; its due time may be another by now.
  public Instant missed() {
    return promise.brokenAt() == null ? promise.dueAt() : promise.brokenAt();
  }
}
