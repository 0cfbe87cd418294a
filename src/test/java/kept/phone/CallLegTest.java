package kept.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// How long it rang, as the caller hears it.
class CallLegTest {
  private static final Instant NINE = Instant.parse("2026-11-30T14:00:00Z");

  @Test
  void twoPhonesAtOnceRingOnce() {
    assertThat(ringing(leg(2, null, 8), leg(2, 8, null))).isEqualTo(6);
  }

  @Test
  void wavesAddUpAndTheSilenceBetweenThemDoesNot() {
    assertThat(ringing(leg(0, null, 5), leg(10, 14, 60))).isEqualTo(9);
  }

  @Test
  void aPhoneThatRingsLongerCountsOnce() {
    assertThat(ringing(leg(0, null, 9), leg(3, null, 5), leg(4, null, 12))).isEqualTo(12);
  }

  @Test
  void whatRingsStillRingsUntilNow() {
    assertThat(ringing(leg(15, null, null))).isEqualTo(5);
  }

  @Test
  void theirOwnPhoneIsNoneOfOurs() {
    var theirs = new CallLeg(UUID.randomUUID(), CallLeg.Kind.CALLER, null, NINE, null, null, null);

    assertThat(ringing(theirs)).isZero();
  }

  /// Twenty seconds into the call.
  private static long ringing(CallLeg... legs) {
    return CallLeg.ringing(List.of(legs), NINE.plusSeconds(20)).toSeconds();
  }

  private static CallLeg leg(int rang, @Nullable Integer answered, @Nullable Integer left) {
    return new CallLeg(
        UUID.randomUUID(),
        CallLeg.Kind.PHONE,
        AgentId.next(),
        NINE.plusSeconds(rang),
        answered == null ? null : NINE.plusSeconds(answered),
        left == null ? null : NINE.plus(Duration.ofSeconds(left)),
        null);
  }
}
