package kept.phone;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kept.platform.Outgoing;
import kept.promises.AlarmChannel;
import kept.promises.AlarmNote;
import kept.promises.Step;
import kept.team.Agent;

/// The last step of the ladder by telephone: the phone of the shop's owner rings and says which
/// promise is about to break. Nothing else is worth a call.
public final class CallAlarms implements AlarmChannel {
  /// The kind of delivery that rings a phone: `{"promise", "says"}`, the address is an agent.
  static final String KIND = "call";

  private final Phones phones;

  public CallAlarms(Phones phones) {
    this.phones = phones;
  }

  @Override
  public String word() {
    return "call";
  }

  @Override
  public List<Outgoing> to(Agent agent, AlarmNote note, UUID about, Instant notBefore) {
    var promise = note.promise();
    var reachable = agent.mobile() != null || !phones.of(List.of(agent.id())).isEmpty();
    if (promise == null || note.step() != Step.OWNER || !reachable) return List.of();
    var says = Map.of("promise", promise.id(), "says", note.words().headline());
    return List.of(Outgoing.of(KIND, agent.id().toString(), about, says, notBefore));
  }
}
