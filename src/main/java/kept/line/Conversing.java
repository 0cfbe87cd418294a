package kept.line;

import kept.line.rtp.Source;

/// Who hears whom in a call. In the call's mailbox.
final class Conversing {
  private final Call call;
  private final Line line;

  Conversing(Call call, Line line) {
    this.call = call;
    this.line = line;
  }

  void connect(Leg leg) {
    var caller = call.caller();
    if (leg.isOver()) return;
    if (caller == null || caller.isOver() || caller.peer() != null) {
      leg.sip().takenElsewhere();
      return;
    }
    for (var other : call.legs()) {
      if (other != leg && other.state() == Leg.State.RINGING) other.sip().takenElsewhere();
    }
    call.answerCaller();
    bridge(caller, leg);
  }

  void bridge(Leg one, Leg other) {
    if (one.isOver() || other.isOver() || one == other) return;
    part(one, other);
    part(other, one);
    one.pairWith(other);
    other.pairWith(one);
    one.holding(false);
    other.holding(false);
    one.play(new Source.Peer(other.media()));
    other.play(new Source.Peer(one.media()));
    call.happened(new CallEvent.Connected(one, other, System.nanoTime()));
  }

  /// Whoever it talked with, but for `next`, hears silence now.
  private static void part(Leg leg, Leg next) {
    var peer = leg.peer();
    if (peer == null || peer == next) return;
    peer.pairWith(null);
    peer.play(Source.SILENCE);
  }

  void play(Leg leg, Source source) {
    var peer = leg.peer();
    if (peer != null) {
      peer.play(Source.SILENCE);
      peer.pairWith(null);
      leg.pairWith(null);
    }
    leg.play(source);
  }

  void hold(Leg by) {
    var other = by.peer();
    if (other == null || by.isHolding()) return;
    by.holding(true);
    other.play(line.settings().music());
    by.play(Source.SILENCE);
    call.happened(new CallEvent.Held(by, System.nanoTime()));
  }

  void resume(Leg by) {
    var other = by.peer();
    if (other == null || !by.isHolding()) return;
    by.holding(false);
    // Where the other holds as well, music stays with this one.
    by.play(other.isHolding() ? line.settings().music() : new Source.Peer(other.media()));
    other.play(other.isHolding() ? Source.SILENCE : new Source.Peer(by.media()));
    call.happened(new CallEvent.Resumed(by, System.nanoTime()));
  }

  /// Their phone asked for another flow: one that does not want to hear us has put the other
  /// on hold.
  void flowChanged(Leg leg) {
    boolean hears = leg.hears();
    if (!hears) hold(leg);
    else if (leg.isHolding()) resume(leg);
  }
}
