package kept.line;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import kept.line.sip.Ending;
import org.jspecify.annotations.Nullable;

/// Passing a call on after talking about it first (RFC 5589, section 7, done by us): whoever waits
/// hears music while the other two talk, then gets the new party. Where nobody takes it, or the new
/// party leaves, all is as before. One at a time. Any thread may give commands.
public final class Consulting {
  private static final int NOT_FOUND = 404;
  private static final int DECLINED = 603;

  private final Call call;
  private final Line line;
  private final Conversing conversing;
  private @Nullable Leg from;
  private @Nullable Leg waits;
  private @Nullable Leg with;
  private List<Leg> asked = List.of();
  private final Deque<Target> otherwise = new ArrayDeque<>();
  private int code = DECLINED;

  Consulting(Call call, Line line, Conversing conversing) {
    this.call = call;
    this.line = line;
    this.conversing = conversing;
  }

  /// This party talks to one of these first.
  ///
  /// @param otherwise tried one after another where the way to these fails
  public void begin(Leg by, List<Target> to, List<Target> otherwise) {
    call.post(() -> ask(by, to, otherwise));
  }

  /// The new party gets whoever waits, and the one who asked is out of it.
  public void complete() {
    call.post(this::handOver);
  }

  /// All three hear each other.
  public void join() {
    call.post(this::confer);
  }

  /// As it was before.
  public void backOut() {
    call.post(this::takeBack);
  }

  private void ask(Leg by, List<Target> to, List<Target> next) {
    var other = by.peer();
    if (from != null || other == null || by.isOver() || to.isEmpty()) {
      call.happened(new CallEvent.TransferFailed(by, NOT_FOUND, System.nanoTime()));
      return;
    }
    from = by;
    waits = other;
    by.pairWith(null);
    other.pairWith(null);
    other.play(line.settings().music());
    by.play(line.settings().ringBack());
    code = DECLINED;
    otherwise.addAll(next);
    ring(to);
  }

  private void ring(List<Target> to) {
    Ringing.ring(call, line, to, legs -> asked = legs);
  }

  /// This party hears what is due to it.
  void back(Leg leg) {
    if (leg == waits) leg.hear(line.settings().music());
    else conversing.back(leg);
  }

  /// Whether this answer is ours. Where the one who asked has gone meanwhile, the new party gets
  /// whoever waits.
  boolean answered(Leg leg) {
    var leaving = from;
    if (leaving == null || !asked.contains(leg)) return false;
    if (with != null) {
      leg.sip().takenElsewhere();
      return true;
    }
    for (var each : asked) if (each != leg && !each.isOver()) each.sip().takenElsewhere();
    with = leg;
    if (leaving.isOver()) handOver();
    else conversing.bridge(leaving, leg);
    return true;
  }

  private void handOver() {
    var leaving = from;
    var other = waits;
    var next = with;
    if (leaving == null || other == null || next == null) return;
    done();
    part(leaving, next);
    conversing.bridge(other, next);
    call.happened(new CallEvent.Transferred(leaving, next, System.nanoTime()));
    call.hangUp(leaving);
  }

  private void confer() {
    var before = from;
    var other = waits;
    var next = with;
    if (before == null || other == null || next == null) return;
    done();
    conversing.bridge(before, other);
    conversing.confer(next);
  }

  private void takeBack() {
    var before = from;
    var other = waits;
    if (before == null || other == null) return;
    var rung = asked;
    part(before, with);
    done();
    conversing.bridge(before, other);
    for (var each : rung) if (!each.isOver()) each.sip().hangUp();
  }

  /// Whether this ending is ours and the call goes on.
  boolean left(Leg leg, Ending why) {
    var before = from;
    var other = waits;
    if (before == null || other == null) return false;
    if (leg == other) { // nobody is left to pass on; those who talk may go on
      boolean talking = with != null;
      var rung = asked;
      done();
      if (!talking) for (var each : rung) if (!each.isOver()) each.sip().hangUp();
      return talking;
    }
    if (leg == before) {
      if (with != null) handOver();
      return true;
    }
    if (!asked.contains(leg)) return false;
    code = why.status(code);
    if (leg == with) asBefore(before, other);
    else if (with == null && asked.stream().allMatch(Leg::isOver)) {
      if (why.isOfTheWay() && !otherwise.isEmpty()) ring(List.of(otherwise.remove()));
      else asBefore(before, other);
    }
    return true;
  }

  private void asBefore(Leg before, Leg other) {
    int why = code;
    done();
    if (!before.isOver()) conversing.bridge(before, other);
    call.happened(new CallEvent.TransferFailed(before, why, System.nanoTime()));
  }

  /// Whoever leaves next takes nobody along.
  private static void part(Leg one, @Nullable Leg other) {
    one.pairWith(null);
    if (other != null) other.pairWith(null);
  }

  private void done() {
    from = null;
    waits = null;
    with = null;
    asked = List.of();
    otherwise.clear();
  }
}
