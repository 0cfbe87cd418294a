package kept.line;

import kept.line.rtp.Source;
import org.jspecify.annotations.Nullable;

/// Who hears whom in a call. In the call's mailbox.
final class Conversing {
  private final Call call;
  private final Line line;

  Conversing(Call call, Line line) {
    this.call = call;
    this.line = line;
  }

  void ringing() {
    var caller = call.caller();
    if (caller != null && caller.state() == Leg.State.ARRIVING) caller.sip().ringing();
  }

  void answer() {
    var caller = call.caller();
    if (caller == null || caller.state() != Leg.State.ARRIVING) return;
    caller.state(Leg.State.TALKING);
    caller.sip().answer(caller.ready());
    call.happened(new CallEvent.Answered(caller, System.nanoTime()));
  }

  void connect(Leg leg) {
    var caller = call.caller();
    if (leg.isOver()) return;
    if (caller == null || caller.isOver() || !caller.company().isEmpty()) {
      leg.sip().takenElsewhere();
      return;
    }
    for (var other : call.legs()) {
      if (other != leg && other.state() == Leg.State.RINGING) other.sip().takenElsewhere();
    }
    answer();
    bridge(caller, leg);
  }

  void bridge(Leg one, Leg other) {
    if (one.isOver() || other.isOver() || one == other) return;
    leave(one);
    leave(other);
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

  void confer(Leg third) {
    if (third.state() != Leg.State.TALKING || !third.company().isEmpty()) return;
    var conference = gather();
    if (conference == null || conference.isFull()) return;
    third.holding(!third.hears());
    conference.join(third);
    call.happened(new CallEvent.Joined(third, System.nanoTime()));
  }

  /// The conference there is, or else the two who talk as the beginning of one.
  private @Nullable Conference gather() {
    for (var leg : call.legs()) {
      if (leg.conference() != null) return leg.conference();
    }
    for (var leg : call.legs()) {
      if (leg.peer() != null) return new Conference(leg, leg.peer());
    }
    return null;
  }

  /// Whether others go on without it, since it was in a conference. The last two of one are a
  /// pair like any other.
  boolean leave(Leg leg) {
    var conference = leg.conference();
    if (conference == null) return false;
    conference.leave(leg);
    if (conference.members().size() > 2) return true;
    conference.dissolve();
    sound(conference.members().getFirst());
    return true;
  }

  /// Whoever it talked with, but for `next`, hears silence now.
  private static void part(Leg leg, Leg next) {
    var peer = leg.peer();
    if (peer == null || peer == next) return;
    peer.pairWith(null);
    peer.play(Source.SILENCE);
  }

  void play(Leg leg, Source source) {
    leave(leg);
    var peer = leg.peer();
    if (peer != null) {
      peer.play(Source.SILENCE);
      peer.pairWith(null);
      leg.pairWith(null);
    }
    leg.play(source);
  }

  void hold(Leg by) {
    if (by.company().isEmpty() || by.isHolding()) return;
    by.holding(true);
    sound(by);
    call.happened(new CallEvent.Held(by, System.nanoTime()));
  }

  void resume(Leg by) {
    if (by.company().isEmpty() || !by.isHolding()) return;
    by.holding(false);
    sound(by);
    call.happened(new CallEvent.Resumed(by, System.nanoTime()));
  }

  /// This party and those it talks with hear what is due to them, as who holds may be another
  /// now.
  private void sound(Leg leg) {
    var conference = leg.conference();
    var peer = leg.peer();
    if (conference != null) conference.sound();
    if (peer == null) return;
    leg.hear(heard(leg, peer));
    peer.hear(heard(peer, leg));
  }

  /// This party alone hears what is due to it.
  void back(Leg leg) {
    var peer = leg.peer();
    if (leg.conference() != null) leg.conference().sound(leg);
    else if (peer != null) leg.hear(heard(leg, peer));
  }

  /// Where both hold, music stays with the one who heard it.
  private Source heard(Leg leg, Leg other) {
    if (other.isHolding()) return line.settings().music();
    return leg.isHolding() ? Source.SILENCE : new Source.Peer(other.media());
  }

  /// Their phone asked for another flow: one that does not want to hear us has put the other
  /// on hold.
  void flowChanged(Leg leg) {
    boolean hears = leg.hears();
    if (!hears) hold(leg);
    else if (leg.isHolding()) resume(leg);
  }
}
