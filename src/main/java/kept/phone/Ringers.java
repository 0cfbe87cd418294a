package kept.phone;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import kept.line.Call;
import kept.line.CallEvent;
import kept.line.Leg;
import kept.line.Target;
import kept.phone.Reach.Ringer;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// Our phones that ring for one call until somebody takes it. A mobile says who calls and
/// wants a 1, so that a mailbox never answers for a person. In the call's mailbox.
final class Ringers {
  private static final Duration TO_PRESS = Duration.ofSeconds(12);

  private final Switchboard board;
  private final Call call;
  private final Taker taker;
  private final Supplier<String> announced;
  private final Map<Target, Ringer> ringing = new HashMap<>();
  private final Set<AgentId> rung = new HashSet<>();
  private final Set<Leg> asked = new HashSet<>();
  private final Script script;
  private String words = "";

  /// Gets the first who takes it.
  interface Taker {
    void takes(Leg leg, AgentId agent);
  }

  /// @param announced what a mobile says before it asks for a 1; asked for once one is to ring
  Ringers(Switchboard board, Call call, Script script, Supplier<String> announced, Taker taker) {
    this.board = board;
    this.call = call;
    this.script = script;
    this.announced = announced;
    this.taker = taker;
  }

  /// Rings these too; false where there is nothing to ring.
  boolean ring(Map<Target, Ringer> phones) {
    if (words.isEmpty() && phones.values().stream().anyMatch(Ringer::mobile))
      words = announced.get();
    ringing.putAll(phones);
    for (var each : phones.values()) rung.add(each.agent());
    if (!phones.isEmpty()) call.ring(List.copyOf(phones.keySet()));
    return !phones.isEmpty();
  }

  /// Whose phones have rung for this call.
  Set<AgentId> rung() {
    return rung;
  }

  /// They may ring again.
  void forget() {
    rung.clear();
  }

  @Nullable
  Ringer at(Leg leg) {
    return leg.target() == null ? null : ringing.get(leg.target());
  }

  boolean areRinging() {
    return call.legs().stream().anyMatch(leg -> at(leg) != null && !leg.isOver());
  }

  /// One of ours answered its phone.
  void answered(Leg leg) {
    var ringer = at(leg);
    if (ringer == null) return;
    if (!ringer.mobile()) {
      taker.takes(leg, ringer.agent());
      return;
    }
    asked.add(leg);
    script.say(leg, List.of(board.sounds().speak(words + " Press 1 to take it.")), () -> {});
    board.conducts().after(TO_PRESS, call, () -> {
      if (asked.remove(leg) && !leg.isOver()) call.hangUp(leg);
    });
  }

  void pressed(CallEvent.Pressed key) {
    var ringer = at(key.leg());
    if (ringer == null || key.digit() != '1' || !asked.remove(key.leg())) return;
    script.stop(key.leg());
    taker.takes(key.leg(), ringer.agent());
  }

  /// This one has it: nobody else is asked any more. Those that still ring stop when it is
  /// connected.
  void took(Leg leg) {
    for (var each : asked) if (!each.equals(leg) && !each.isOver()) call.hangUp(each);
    asked.clear();
  }

  /// None of them is to ring.
  void stop() {
    stopBut(null);
  }

  void stopBut(@Nullable Leg one) {
    asked.clear();
    for (var leg : call.legs())
      if (!leg.equals(one) && !leg.isOver() && at(leg) != null) call.hangUp(leg);
  }
}
