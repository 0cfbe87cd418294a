package kept.phone;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kept.line.Call;
import kept.line.Leg;
import kept.line.rtp.Sound;
import kept.line.rtp.Source;

/// What parties of a call hear, one sound after another, and what happens then. In the call's
/// mailbox.
final class Script {
  private final Call call;
  private final Map<Leg, Lines> reading = new HashMap<>();

  private record Lines(Deque<Sound> left, Runnable then) {}

  Script(Call call) {
    this.call = call;
  }

  /// Whatever this party heard before ends.
  void say(Leg to, List<Sound> sounds, Runnable then) {
    reading.put(to, new Lines(new ArrayDeque<>(sounds), then));
    next(to);
  }

  /// A sound was heard to its end.
  void played(Leg leg) {
    if (reading.containsKey(leg)) next(leg);
  }

  /// Nothing more is said to this party, and what was to happen then does not.
  void stop(Leg leg) {
    reading.remove(leg);
  }

  private void next(Leg leg) {
    var lines = reading.get(leg);
    if (lines == null || leg.isOver()) {
      reading.remove(leg);
      return;
    }
    var sound = lines.left().poll();
    if (sound != null) {
      call.aside(leg, new Source.Clip(sound, false));
      return;
    }
    reading.remove(leg);
    call.aside(leg, Source.SILENCE);
    lines.then().run();
  }
}
