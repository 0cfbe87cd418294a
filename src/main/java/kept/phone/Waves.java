package kept.phone;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kept.frontdoor.Direct;
import kept.frontdoor.Plan;
import kept.frontdoor.Wave;
import kept.line.Call;
import kept.line.Target;
import kept.phone.Reach.Ringer;
import kept.team.AgentId;

/// Whose turn it is to ring for one call: who may be reached directly, who knows the caller,
/// then the plan's waves, each joining those before. In the call's mailbox.
final class Waves {
  /// How long the one who knows the caller rings alone.
  private static final Duration ALONE = Duration.ofSeconds(5);

  private final Switchboard board;
  private final Call call;
  private final PhoneCall kept;
  private final Plan plan;
  private final Ringers ringers;
  private final Then then;
  private final Deque<Wave> left = new ArrayDeque<>();
  private boolean stopped;

  /// What is done when no wave is left.
  interface Then {
    /// No phone could ring at all.
    void nobodyIsFree();

    /// They rang, and nobody took it.
    void inVain();
  }

  Waves(Switchboard board, Call call, PhoneCall kept, Plan plan, Ringers ringers, Then then) {
    this.board = board;
    this.call = call;
    this.kept = kept;
    this.plan = plan;
    this.ringers = ringers;
    this.then = then;
  }

  /// From the first wave on.
  void begin() {
    ringers.forget();
    left.clear();
    left.addAll(plan.waves());
    if (plan.knownFirst())
      board.calls().callers().whoKnows(kept).ifPresent(agent -> alone(agent, ALONE));
    var direct = plan.direct();
    if (direct != null && kept.number() != null && direct.callers().contains(kept.number()))
      alone(direct.agent(), Direct.ALONE);
    stopped = false;
    next();
  }

  /// These ring at once, and then whoever had not rung yet.
  void first(Wave wave) {
    left.addFirst(wave);
    next();
  }

  void stop() {
    stopped = true;
    left.clear();
    ringers.stop();
  }

  /// A phone stopped ringing: where none is left it is the turn of the next ones.
  void someoneGaveUp() {
    if (!stopped && !ringers.areRinging()) next();
  }

  private void alone(AgentId agent, Duration rings) {
    left.addFirst(new Wave(List.of(agent), rings));
  }

  private void next() {
    if (stopped) return;
    var wave = left.poll();
    if (wave == null) {
      if (!ringers.areRinging()) over();
      return;
    }
    var free = board.reach().free(wave);
    free.removeAll(ringers.rung());
    if (!ringers.ring(phonesOf(wave, free)) && !ringers.areRinging()) {
      next();
      return;
    }
    var behind = left.size();
    board.conducts().after(wave.rings(), call, () -> {
      if (left.size() == behind) timeUp();
    });
  }

  private void timeUp() {
    if (stopped) return;
    if (left.isEmpty()) over();
    else next();
  }

  private void over() {
    stopped = true;
    if (ringers.rung().isEmpty() && board.reach().somebodyTalks(plan.waves())) then.nobodyIsFree();
    else then.inVain();
  }

  private Map<Target, Ringer> phonesOf(Wave wave, Set<AgentId> free) {
    var shown = board.reach().shown(kept);
    return wave.rings().equals(Direct.ALONE)
        ? board.reach().allPhonesOf(free, shown)
        : board.reach().phonesOf(free, shown);
  }
}
