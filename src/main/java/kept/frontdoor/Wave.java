package kept.frontdoor;

import java.time.Duration;
import java.util.List;
import kept.platform.Refusal;
import kept.team.AgentId;

/// People whose phones ring at once, and for how long before the next wave rings too. Nobody named
/// is everyone who takes calls.
public record Wave(List<AgentId> agents, Duration rings) {
  private static final Duration LEAST = Duration.ofSeconds(5);
  private static final Duration MOST = Duration.ofMinutes(2);

  public Wave {
    agents = List.copyOf(agents);
    if (rings.compareTo(LEAST) < 0 || rings.compareTo(MOST) > 0)
      throw new Refusal("Phones ring for 5 to 120 seconds before the next ones do.");
  }

  public Wave ringing(Duration other) {
    return new Wave(agents, other);
  }

  public boolean isEveryone() {
    return agents.isEmpty();
  }
}
