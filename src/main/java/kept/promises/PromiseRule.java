package kept.promises;

import java.time.Duration;
import kept.platform.Refusal;

/// What the owner chose about the clocks of promises, in minutes of open time. Pure.
///
/// @param leadMinutes the least that the keeper hears before it is due
/// @param ownerMinutes how long before it is due the owner hears
/// @param ringBackMinutes within how long a caller is rung back whom nobody took
public record PromiseRule(int leadMinutes, int ownerMinutes, int ringBackMinutes) {
  public static final PromiseRule USUAL = new PromiseRule(15, 10, 60);

  private static final int SHORTEST_LEAD = 6;
  private static final int LONGEST_LEAD = 120;
  private static final int SHORTEST_FOR_THE_OWNER = 5;
  private static final int LONGEST_FOR_THE_OWNER = 30;
  private static final int SOONEST_RING_BACK = 15;
  private static final int LATEST_RING_BACK = 240;

  public PromiseRule {
    if (leadMinutes < SHORTEST_LEAD || leadMinutes > LONGEST_LEAD)
      throw new Refusal("The keeper hears 6 to 120 minutes before.");
    if (ownerMinutes < SHORTEST_FOR_THE_OWNER || ownerMinutes > LONGEST_FOR_THE_OWNER)
      throw new Refusal("The owner hears 5 to 30 minutes before.");
    if (ownerMinutes >= leadMinutes)
      throw new Refusal(
          "The owner hears last: choose fewer minutes than the keeper’s " + leadMinutes + ".");
    if (ringBackMinutes < SOONEST_RING_BACK || ringBackMinutes > LATEST_RING_BACK)
      throw new Refusal("A caller is rung back within 15 to 240 minutes.");
  }

  public Duration lead() {
    return Duration.ofMinutes(leadMinutes);
  }

  public Duration owner() {
    return Duration.ofMinutes(ownerMinutes);
  }

  public Duration ringBack() {
    return Duration.ofMinutes(ringBackMinutes);
  }

  /// A shorter run has no room for the lead, and climbs by parts of itself: 20 minutes with the
  /// usual lead of 15.
  public Duration shortRun() {
    return lead().multipliedBy(4).dividedBy(3);
  }
}
