package kept.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.util.List;
import kept.phone.CallEffort;
import kept.phone.CallLeg;
import kept.phone.Outcome;
import kept.phone.PhoneCall;
import org.jspecify.annotations.Nullable;

/// One call with everybody whose phone rang for it, and what it asked of the customer.
record WholeCallShape(@JsonUnwrapped CallShape call, List<CallLeg> legs, Effort effort) {
  /// The seconds run from when the call reached us to the first human voice, ringing included; none
  /// where there was no voice, or we called. `ringSeconds` are those of them in which a phone of
  /// ours rang.
  record Effort(
      int keys,
      // The rule that names the others would write seconds_to_aperson.
      @JsonProperty("seconds_to_a_person") @Nullable Long secondsToAPerson,
      long ringSeconds,
      int holds,
      int holdSeconds,
      int handOvers,
      int warmHandOvers,
      int drops) {}

  /// @param rang how long phones of ours rang before they heard a person
  static WholeCallShape of(PhoneCall of, List<CallLeg> legs, CallEffort cost, Duration rang) {
    var heard = of.talkedAt();
    var seconds = heard == null || !of.isInbound()
        ? null
        : Duration.between(of.beganAt(), heard).toSeconds();
    return new WholeCallShape(
        CallShape.of(of),
        legs,
        new Effort(
            cost.keys(),
            seconds,
            rang.toSeconds(),
            cost.holds(),
            cost.holdSeconds(),
            cost.handOvers(),
            cost.warmHandOvers(),
            of.outcome() == Outcome.DROPPED ? 1 : 0));
  }
}
