package kept.promises;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kept.platform.Deliveries;
import kept.platform.DeliveryId;
import kept.team.Agent;

/// Alarms as letters to the address that somebody of the team signs in with.
final class MailAlarms implements AlarmChannel {
  private final Deliveries deliveries;

  MailAlarms(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public String word() {
    return "mail";
  }

  @Override
  public List<DeliveryId> queue(Agent agent, AlarmNote note, UUID about, Instant notBefore) {
    var words = note.words();
    var letter = Map.of("subject", words.headline(), "words", words.letter(), "path", note.path());
    return List.of(deliveries.queue(Deliveries.LETTER, agent.email(), about, letter, notBefore));
  }
}
