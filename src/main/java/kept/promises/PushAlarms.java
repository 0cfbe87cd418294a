package kept.promises;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kept.platform.Outgoing;
import kept.team.Agent;
import kept.team.PushNote;
import kept.team.Pushes;

/// Alarms as notifications on the phones and browsers that somebody of the team chose, to be
/// answered there: it is kept, or I take it, or let me call.
public final class PushAlarms implements AlarmChannel {
  private final Pushes pushes;

  public PushAlarms(Pushes pushes) {
    this.pushes = pushes;
  }

  @Override
  public String word() {
    return "push";
  }

  @Override
  public List<Outgoing> to(Agent agent, AlarmNote note, UUID about, Instant notBefore) {
    var promise = note.promise();
    var tag = promise == null ? "kept" : promise.id().toString();
    var push = PushNote.of(note.words().headline(), note.words().line(), note.path(), tag)
        .counting(note.unseen());
    if (promise != null) push = withAnswers(push, promise, agent);
    return pushes.to(agent.id(), push, about, notBefore);
  }

  private static PushNote withAnswers(PushNote push, Promise promise, Agent agent) {
    var of = "/promises/" + promise.id();
    if (!promise.keeper().equals(agent.id()))
      push = push.with(
          PushNote.Action.sends("Take it", of + "/keeper", "keeper=me", "It’s yours now."));
    push = push.with(PushNote.Action.sends("Kept", of + "/keeping", "", "Kept. Well done."));
    return push.with(PushNote.Action.opens("Call", of + "/call"));
  }
}
