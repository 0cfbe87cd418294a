package kept.line;

import static java.util.function.Predicate.not;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import kept.line.rtp.Source;

/// Three or four parties of a call who all hear each other. Whoever holds steps aside: the
/// others talk on, without music, and where that leaves two they are relayed like any two. In
/// the call's mailbox.
final class Conference {
  private static final int MOST = 4;
  /// A describer looks at it from another thread.
  private final List<Leg> members = new CopyOnWriteArrayList<>();

  /// Two who talk; the third is to [#join].
  Conference(Leg one, Leg other) {
    enter(one);
    enter(other);
  }

  List<Leg> members() {
    return members;
  }

  List<Leg> othersThan(Leg leg) {
    return members.stream().filter(each -> each != leg).toList();
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
    members.forEach(this::sound);
  }

  void sound(Leg leg) {
    leg.hear(heardBy(leg));
  }

  private void enter(Leg leg) {
    leg.pairWith(null);
    leg.confersIn(this);
    members.add(leg);
  }

  private Source heardBy(Leg leg) {
    if (leg.isHolding()) return Source.SILENCE;
    var voices =
        othersThan(leg).stream().filter(not(Leg::isHolding)).map(Leg::media).toList();
    return switch (voices.size()) {
      case 0 -> Source.SILENCE;
      case 1 -> new Source.Peer(voices.getFirst());
      default -> new Source.Mix(voices);
    };
  }
}
