package kept.line;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import kept.line.rtp.Source;
import kept.line.sip.DialogId;
import kept.line.sip.Ending;
import kept.line.sip.Referral;
import org.jspecify.annotations.Nullable;

/// Passing a call on: blind, where the other hears it ring, and attended, where the one who
/// passes it on has talked to the new party first (RFC 5589). One at a time, and not out of a
/// conference: of the others, who would be passed on? Where nobody takes it all is as before.
final class Transfers {
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int RINGING = 180;
  private static final int OK = 200;
  private static final int DECLINED = 603;

  private final Call call;
  private final Line line;
  private final Conversing conversing;
  private @Nullable Leg from;
  private @Nullable Leg stays;
  private int code = DECLINED;
  private List<Leg> asked = List.of();
  private final Deque<Target> otherwise = new ArrayDeque<>();

  Transfers(Call call, Line line, Conversing conversing) {
    this.call = call;
    this.line = line;
    this.conversing = conversing;
  }

  boolean areUnderWay() {
    return from != null;
  }

  void begin(Leg leaving, List<Target> to, List<Target> next) {
    if (leaving.conference() != null) {
      failed(leaving, FORBIDDEN);
      return;
    }
    var other = leaving.peer();
    if (from != null || other == null || leaving.isOver() || to.isEmpty()) {
      failed(leaving, NOT_FOUND);
      return;
    }
    from = leaving;
    stays = other;
    code = DECLINED;
    leaving.play(Source.SILENCE);
    other.play(line.settings().ringBack());
    otherwise.addAll(next);
    ring(to);
  }

  private void ring(List<Target> to) {
    Ringing.ring(call, line, to, legs -> asked = legs);
  }

  /// Their phone wants it. The referral's own address is not followed: the number is looked up
  /// like any other.
  void referred(Leg by, Referral referral) {
    var replaces = referral.replaces();
    if (replaces != null) attended(by, replaces);
    else begin(by, line.handler().route(call, by, referral.user()), List.of());
  }

  void ringing(Leg leg) {
    if (from != null && asked.contains(leg)) from.sip().referred(RINGING);
  }

  /// Whether this answer is a transfer's.
  boolean answered(Leg leg) {
    var leaving = from;
    var other = stays;
    if (leaving == null || other == null || !asked.contains(leg)) return false;
    var rest = asked;
    done();
    for (var each : rest) if (each != leg && !each.isOver()) each.sip().takenElsewhere();
    leaving.sip().referred(OK);
    replace(leaving, other, leg);
    return true;
  }

  private void replace(Leg leaving, Leg other, Leg next) {
    leaving.pairWith(null);
    other.pairWith(null);
    // Now and not behind what waits: the leaving party's BYE would find them without each other.
    conversing.bridge(other, next);
    call.happened(new CallEvent.Transferred(leaving, next, System.nanoTime()));
    call.hangUp(leaving);
  }

  /// Whether this ending is a transfer's business and the call goes on.
  boolean left(Leg leg, Ending why) {
    if (from == null) return false;
    if (asked.contains(leg)) {
      code = why.status(code);
      if (!asked.stream().allMatch(Leg::isOver)) return true;
      if (why.isOfTheWay() && !otherwise.isEmpty()) ring(List.of(otherwise.remove()));
      else giveUp();
      return true;
    }
    if (leg == stays) { // nobody is left to pass on
      for (var each : asked) if (!each.isOver()) each.sip().hangUp();
      done();
      return false;
    }
    // Whoever passed it on may hang up at once: the other keeps hearing it ring.
    return leg == from;
  }

  private void giveUp() {
    var leaving = from;
    var other = stays;
    int why = code;
    done();
    if (leaving == null || other == null) return;
    if (leaving.isOver()) {
      other.sip().hangUp();
      return;
    }
    conversing.bridge(leaving, other);
    failed(leaving, why);
  }

  private void failed(Leg leaving, int why) {
    leaving.sip().referred(why);
    call.happened(new CallEvent.TransferFailed(leaving, why, System.nanoTime()));
  }

  private void done() {
    from = null;
    stays = null;
    asked = List.of();
    otherwise.clear();
  }

  /// `by` also has the dialog `replaces` with us, in another call: the far ends of both get each
  /// other.
  private void attended(Leg by, DialogId replaces) {
    var second = line.legOf(replaces).orElse(null);
    var other = by.peer();
    if (by.conference() != null) {
      failed(by, FORBIDDEN);
      return;
    }
    if (second == null || second == by || other == null) {
      failed(by, NOT_FOUND);
      return;
    }
    handOver(by, other, second);
  }

  /// Takes the far end out of the other call, in that call's own mailbox, then comes back to
  /// ours.
  private void handOver(Leg by, Leg other, Leg second) {
    var there = second.call();
    there.post(() -> {
      var far = second.peer();
      if (far == null || far.isOver()) {
        call.post(() -> failed(by, NOT_FOUND));
        return;
      }
      far.pairWith(null);
      second.pairWith(null);
      far.play(Source.SILENCE);
      there.legs().remove(far);
      call.post(() -> {
        if (other.isOver()) {
          far.sip().hangUp();
          return;
        }
        adopt(far);
        by.sip().referred(OK);
        replace(by, other, far);
      });
      second.sip().hangUp();
    });
  }

  /// A new leg of ours takes the place of a dialog (RFC 3891): somebody picks up a call that
  /// another phone has.
  void pickUp(Leg leg, DialogId replaces) {
    var taken = line.legOf(replaces).orElse(null);
    if (taken == null) {
      leg.sip().refuse(481, 0);
      return;
    }
    conversing.answer();
    var there = taken.call();
    there.post(() -> {
      if (!there.transfers.lets(taken)) call.hangUp();
      else
        call.post(() -> {
          call.legs().remove(leg);
          there.post(() -> there.transfers.pickedUp(leg));
          call.endIfEmpty(new Ending(Ending.Cause.HUNG_UP, 0, false));
        });
    });
  }

  /// From now on this party may hang up: the other waits for whoever picks the call up.
  private boolean lets(Leg taken) {
    var other = taken.peer();
    if (from != null || taken.isOver() || other == null || other.isOver()) return false;
    from = taken;
    stays = other;
    return true;
  }

  private void pickedUp(Leg leg) {
    if (leg.isOver()) {
      giveUp();
      return;
    }
    adopt(leg);
    var leaving = from;
    var other = stays;
    done();
    if (leaving == null || other == null) leg.sip().hangUp();
    else replace(leaving, other, leg);
  }

  /// A leg of another call comes in here, with all it is doing.
  private void adopt(Leg leg) {
    leg.moveTo(call);
    call.legs().add(leg);
  }
}
