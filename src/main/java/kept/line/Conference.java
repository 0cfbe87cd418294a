package kept.line;

import java.util.ArrayList;
import java.util.List;
import kept.line.rtp.MediaLeg;
import kept.line.rtp.Source;

/// Three or four parties of a call who all hear each other. Whoever holds steps aside: the
/// others talk on, without music, and where that leaves two they are relayed like any two. In
/// the call's mailbox.
final class Conference {
  private static final int MOST = 4;
  private final List<Leg> members = new ArrayList<>();

  /// Two who talk; the third is to [#join].
  Conference(Leg one, Leg other) {
    enter(one);
    enter(other);
  }

  List<Leg> members() {
    return members;
  }

  boolean isFull() {
    return members.size() == MOST;
  }

  void join(Leg leg) {
    enter(leg);
    sound();
  }

  void leave(Leg leg) {
    members.remove(leg);
    leg.confersIn(null);
    sound();
  }

  /// Its last two are a pair again.
  void dissolve() {
    var one = members.getFirst();
    var other = members.getLast();
    one.confersIn(null);
    other.confersIn(null);
    one.pairWith(other);
    other.pairWith(one);
  }

  /// Everybody hears whom they are to hear.
  void sound() {
    for (var leg : members) leg.hear(heardBy(leg));
  }

  private void enter(Leg leg) {
    leg.pairWith(null);
    leg.confersIn(this);
    members.add(leg);
  }

  private Source heardBy(Leg leg) {
    if (leg.isHolding()) return Source.SILENCE;
    var others = new ArrayList<MediaLeg>();
    for (var each : members) if (each != leg && !each.isHolding()) others.add(each.media());
    return switch (others.size()) {
      case 0 -> Source.SILENCE;
      case 1 -> new Source.Peer(others.getFirst());
      default -> new Source.Mix(others);
    };
  }
}
