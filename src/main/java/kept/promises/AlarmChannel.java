package kept.promises;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kept.platform.DeliveryId;
import kept.team.Agent;

/// A way to reach one of the team besides the desk: their mail, their phone's notifications. Texts
/// and phone calls plug in here.
public interface AlarmChannel {
  /// What the alarm log calls it: `mail`, `push`.
  String word();

  /// Puts this on its way to them in the running transaction, not to leave before a time: one
  /// delivery for each of their devices, none when they cannot be reached this way. Sending it,
  /// trying again and the other side's answer are the delivery's.
  List<DeliveryId> queue(Agent agent, AlarmNote note, UUID about, Instant notBefore);
}
