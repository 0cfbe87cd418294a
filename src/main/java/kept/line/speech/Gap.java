package kept.line.speech;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A stretch of a recording that was not recorded: it is silent in the file, and as long as it
/// lasted.
///
/// @param from the sample of the file that it begins with
/// @param to the sample behind it; [#OPEN] where nobody resumed
/// @param pausedBy the words that came with the pause; empty where none did
public record Gap(
    long from,
    long to,
    Instant pausedAt,
    String pausedBy,
    @Nullable Instant resumedAt,
    @Nullable String resumedBy) {
  public static final long OPEN = Long.MAX_VALUE;

  Gap resumed(long to, Instant at, String by) {
    return new Gap(from, to, pausedAt, pausedBy, at, by);
  }

  /// Seen from the first sample of the file.
  Gap since(long origin) {
    return new Gap(
        Gaps.since(origin, from),
        to == OPEN ? OPEN : Gaps.since(origin, to),
        pausedAt,
        pausedBy,
        resumedAt,
        resumedBy);
  }
}
