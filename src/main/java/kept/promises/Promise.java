package kept.promises;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import kept.conversations.Channel;
import kept.conversations.ConversationId;
import kept.customers.CustomerId;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// Something we told a customer we would do, and by when.
///
/// It always has exactly one `keeper` and one due time. `second` hears next. `brokenAt` is written
/// once, when the due time passes unkept; a broken promise stays open and can still be kept, late.
/// `riskReason` says why it may break, while it may; `riskSeen` that Kept found out by itself. A
/// keeper who only stands in gives it back to `standsInFor`. `nudgeAt` is when its ladder begins.
public record Promise(
    PromiseId id,
    ConversationId conversation,
    CustomerId customer,
    String what,
    Kind kind,
    AgentId keeper,
    @Nullable AgentId second,
    AgentId madeBy,
    Instant madeAt,
    Channel madeOn,
    Instant dueAt,
    PromiseState state,
    @Nullable Instant endedAt,
    @Nullable String releaseReason,
    @Nullable Instant brokenAt,
    @Nullable String riskReason,
    boolean riskSeen,
    Instant nudgeAt,
    @Nullable AgentId standsInFor) {

  public boolean isOpen() {
    return state == PromiseState.OPEN;
  }

  /// Past its due time, or ended past it.
  public boolean isLate(Instant now) {
    return brokenAt != null || (endedAt == null ? now : endedAt).isAfter(dueAt);
  }

  /// What is left in the minutes that a clock shows: at 2:24:37 it is 21 to 2:45. Less than nothing
  /// when it is late.
  public Duration left(Instant now) {
    var left = Duration.between(now, dueAt);
    return left.isNegative() ? left : left.plusSeconds(59).truncatedTo(ChronoUnit.MINUTES);
  }

  /// How much of the time from said to due is over, from 0 to 1.
  public double elapsed(Instant now) {
    var run = Duration.between(madeAt, dueAt).toMillis();
    var gone = Duration.between(madeAt, endedAt == null ? now : endedAt).toMillis();
    return Math.clamp((double) gone / run, 0, 1);
  }
}
