package kept.promises;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kept.platform.Outgoing;
import kept.team.Agent;

/// A way to reach one of the team besides the desk: their mail, their phone's notifications. Texts
/// and phone calls plug in from above.
public interface AlarmChannel {
  /// What the alarm log calls texts, which stay here once an alarm was seen or answered.
  String TEXT = "text";

  /// What the alarm log calls it: `mail`, `push`.
  String word();

  /// What goes out to tell them this, not before a time: one for each of their devices, none when
  /// they cannot be reached this way. Sending it, trying again and the other side's answer are
  /// the delivery's.
  List<Outgoing> to(Agent agent, AlarmNote note, UUID about, Instant notBefore);
}
