package kept.promises;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kept.platform.Deliveries;
import kept.platform.Outgoing;
import kept.team.Agent;

/// Alarms as letters to the address that somebody of the team signs in with.
final class MailAlarms implements AlarmChannel {
  @Override
  public String word() {
    return "mail";
  }

  @Override
  public List<Outgoing> to(Agent agent, AlarmNote note, UUID about, Instant notBefore) {
    var words = note.words();
    var letter = Map.of("subject", words.headline(), "words", words.letter(), "path", note.path());
    return List.of(Outgoing.of(Deliveries.LETTER, agent.email(), about, letter, notBefore));
  }
}
