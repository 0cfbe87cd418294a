package kept.promises;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import kept.conversations.Channel;
import kept.conversations.ConversationId;
import kept.customers.CustomerId;
import kept.promises.StringShape.State;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingTest {
  private static final Instant MADE = Instant.parse("2026-11-24T18:40:00Z");
  private static final Instant DUE = MADE.plus(Duration.ofMinutes(380));

  @Test
  void hangsSlackWhileThereIsTime() {
    var standing = new Standing(swap(PromiseState.OPEN, null, null), DUE.minus(ofMinutes(156)));

    assertThat(standing.state()).isEqualTo(State.RUNNING);
    assertThat(standing.words()).isEqualTo("2 h 36 left");
    assertThat(standing.tone()).isNull();
    assertThat(standing.string(StringShape.ROW).words()).isEqualTo("2 h 36 left of 6 h 20");
  }

  @Test
  void countsTheMinutesThatTheClockShows() {
    var justAfterTheMinute = DUE.minus(ofMinutes(21)).plusSeconds(37);

    assertThat(new Standing(swap(PromiseState.OPEN, null, null), justAfterTheMinute).words())
        .isEqualTo("21 min left");
  }

  @Test
  void isDueFromTheNudgeOn() {
    var standing = new Standing(swap(PromiseState.OPEN, null, null), DUE.minus(ofMinutes(95)));

    assertThat(standing.state()).isEqualTo(State.DUE);
    assertThat(standing.tone()).isEqualTo("due");
  }

  @Test
  void isAtRiskOnceSomebodySaidWhy() {
    var standing =
        new Standing(swap(PromiseState.OPEN, null, "The van broke"), DUE.minus(ofMinutes(200)));

    assertThat(standing.state()).isEqualTo(State.RISK);
  }

  @Test
  void isBrokenFromTheMomentAfterItWasDue() {
    assertThat(new Standing(swap(PromiseState.OPEN, null, null), DUE).state()).isEqualTo(State.DUE);

    var late = new Standing(swap(PromiseState.OPEN, null, null), DUE.plus(ofMinutes(20)));

    assertThat(late.state()).isEqualTo(State.BROKEN);
    assertThat(late.words()).isEqualTo("20 min late");
    assertThat(late.tone()).isEqualTo("risk");
  }

  @Test
  void saysHowEarlyOrLateItWasKept() {
    var early = swap(PromiseState.KEPT, DUE.minus(ofMinutes(17)), null);
    var late = swap(PromiseState.KEPT, DUE.plus(Duration.ofHours(25)), null);

    assertThat(new Standing(early, DUE.plus(Duration.ofDays(9))).words()).isEqualTo("17 min early");
    assertThat(new Standing(late, DUE.plus(Duration.ofDays(9))).words()).isEqualTo("a day late");
    assertThat(new Standing(late, DUE).state()).isEqualTo(State.KEPT_LATE);
  }

  private static Promise swap(PromiseState state, @Nullable Instant ended, @Nullable String risk) {
    return new Promise(
        PromiseId.next(),
        ConversationId.next(),
        CustomerId.next(),
        "Swap the cracked TV",
        Kind.REPLACEMENT,
        AgentId.next(),
        null,
        AgentId.next(),
        MADE,
        Channel.EMAIL,
        DUE,
        state,
        ended,
        null,
        null,
        risk,
        false,
        DUE.minus(Duration.between(MADE, DUE).dividedBy(4)),
        null);
  }
}
