package kept.frontdoor;

import java.time.Duration;
import java.util.List;
import kept.platform.Refusal;
import kept.team.AgentId;

/// A few callers who reach one person without going past anybody: that person's phones ring alone
/// first, the mobile among them.
///
/// @param callers their numbers, E.164
public record Direct(AgentId agent, List<String> callers) {
  /// How long that person rings alone.
  public static final Duration ALONE = Duration.ofSeconds(20);

  private static final int MOST_CALLERS = 20;

  public Direct {
    callers = callers.stream().distinct().toList();
    if (callers.isEmpty()) throw new Refusal("Write down whose calls go straight through.");
    if (callers.size() > MOST_CALLERS)
      throw new Refusal("Twenty numbers are the most that can go straight through.");
    for (var each : callers) OutsideNumber.check(each);
  }
}
