package kept.phone;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kept.frontdoor.Overflow;
import kept.frontdoor.Plan;
import kept.frontdoor.Wave;
import kept.line.Call;
import kept.line.CallEvent;
import kept.line.Leg;
import kept.line.Target;
import kept.line.rtp.Sound;
import kept.line.rtp.Source;
import kept.line.speech.Prompt;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// Somebody rings: waves of phones, the first that answers gets the call, and what is left when
/// nobody does.
final class Incoming implements Conduct {
  /// How long the one who knows the caller rings alone.
  private static final Duration ALONE = Duration.ofSeconds(5);

  private static final Duration LONGEST_MESSAGE = Duration.ofMinutes(3);

  private final Switchboard board;
  private final Call call;
  private final PhoneCall kept;
  private final Plan plan;
  private final Deque<Wave> waves;
  private final Set<AgentId> rung = new HashSet<>();
  private final Map<Target, AgentId> ringing = new ConcurrentHashMap<>();
  private final Deque<Sound> script = new ArrayDeque<>();
  private final HoldClock hold = new HoldClock();
  private Runnable afterScript = () -> {};
  private Outcome outcome = Outcome.MISSED;
  private boolean overflown;
  private volatile @Nullable AgentId talking;

  Incoming(Switchboard board, Call call, PhoneCall kept, Plan plan) {
    this.board = board;
    this.call = call;
    this.kept = kept;
    this.plan = plan;
    this.waves = new ArrayDeque<>(plan.waves());
    if (plan.knownFirst()) board.calls().whoKnows(kept).ifPresent(this::ringFirst);
  }

  private void ringFirst(AgentId agent) {
    waves.addFirst(new Wave(List.of(agent), ALONE));
  }

  @Override
  public CallId callId() {
    return kept.id();
  }

  @Override
  public Optional<AgentId> talking() {
    return Optional.ofNullable(talking);
  }

  @Override
  public void begin() {
    if (!board.isOpen()) {
      outcome = Outcome.CLOSED;
      takeMessageAfter(Prompt.CLOSED);
      return;
    }
    call.ringing();
    nextWave();
  }

  @Override
  public void happened(CallEvent event) {
    switch (event) {
      case CallEvent.Ringing _ -> board.calls().rang(kept.id());
      case CallEvent.Answered answer -> answered(answer.leg());
      case CallEvent.Transferred transfer -> takenOver(transfer.to());
      case CallEvent.Held held -> held(held);
      case CallEvent.Resumed resumed -> heldUntil(resumed.nanos());
      case CallEvent.Pressed key -> pressed(key.leg());
      case CallEvent.Played _ -> sayNext();
      case CallEvent.Left party -> left(party.leg());
      case CallEvent.Ended end -> ended(end);
      default -> {}
    }
  }

  /// The next phones ring too. Where they all stay silent it is the turn of those behind them.
  private void nextWave() {
    if (talking != null || overflown || callerIsGone()) return;
    var wave = waves.poll();
    if (wave == null) {
      overflow();
      return;
    }
    var found = board.reach().phonesOf(wave, kept, rung);
    ringing.putAll(found);
    rung.addAll(found.values());
    if (!found.isEmpty()) call.ring(List.copyOf(found.keySet()));
    else if (!somebodyRings()) {
      nextWave();
      return;
    }
    var left = waves.size();
    board.after(wave.rings(), call, () -> {
      if (waves.size() == left) nextWave();
    });
  }

  private boolean somebodyRings() {
    return call.legs().stream().anyMatch(leg -> !leg.isCaller() && !leg.isOver());
  }

  private void ended(CallEvent.Ended end) {
    heldUntil(end.nanos());
    board.over(call);
    board.calls().end(kept.id(), outcome);
  }

  private void held(CallEvent.Held held) {
    if (!held.by().isCaller()) hold.begins(held.nanos());
  }

  private void pressed(Leg leg) {
    if (leg.isCaller() && talking == null) board.calls().pressed(kept);
  }

  private void answered(Leg leg) {
    var agent = agentOf(leg);
    if (agent == null || talking != null) return;
    talking = agent;
    call.connect(leg);
    board.calls().talks(kept, agent);
  }

  private void takenOver(Leg to) {
    var agent = board.reach().agentAt(to);
    if (agent == null) return;
    talking = agent;
    board.calls().talks(kept, agent);
  }

  private @Nullable AgentId agentOf(Leg leg) {
    var target = leg.target();
    return target == null ? null : ringing.get(target);
  }

  private void heldUntil(long nanos) {
    var held = hold.ends(nanos);
    if (!held.isZero()) board.calls().held(kept, held);
  }

  /// Whoever left with the caller, or passed the call on, is the line's business.
  private void left(Leg leg) {
    if (!leg.isCaller() && talking == null && !somebodyRings()) nextWave();
  }

  private boolean callerIsGone() {
    var caller = call.caller();
    return caller == null || caller.isOver();
  }

  private void overflow() {
    overflown = true;
    for (var leg : call.legs()) if (!leg.isCaller() && !leg.isOver()) call.hangUp(leg);
    if (plan.overflow() == Overflow.VOICEMAIL) takeMessageAfter(Prompt.NOBODY_CAN_TAKE_YOUR_CALL);
    else
      say(
          List.of(
              board.say(Prompt.NOBODY_CAN_TAKE_YOUR_CALL),
              board.say(Prompt.WE_WILL_CALL_YOU_BACK),
              board.say(Prompt.GOODBYE)),
          call::hangUp);
  }

  private void takeMessageAfter(Prompt why) {
    overflown = true;
    say(
        List.of(board.say(why), board.say(Prompt.LEAVE_A_MESSAGE), board.beep()),
        this::takeMessage);
  }

  private void takeMessage() {
    var caller = call.caller();
    if (caller == null) return;
    outcome = Outcome.VOICEMAIL;
    call.record(caller, board.recordingOf(kept.id()));
    board.calls().recorded(kept.id(), kept.id() + ".wav");
    board.after(LONGEST_MESSAGE, call, call::hangUp);
  }

  /// Takes the call ourselves and says this.
  private void say(List<Sound> sounds, Runnable then) {
    script.addAll(sounds);
    afterScript = then;
    call.answer();
    board.calls().answered(kept.id());
    sayNext();
  }

  private void sayNext() {
    var caller = call.caller();
    if (!overflown || caller == null || caller.isOver()) return;
    var next = script.poll();
    if (next != null) {
      call.play(caller, new Source.Clip(next, false));
      return;
    }
    var then = afterScript;
    afterScript = () -> {};
    call.play(caller, Source.SILENCE);
    then.run();
  }
}
