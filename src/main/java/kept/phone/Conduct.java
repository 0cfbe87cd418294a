package kept.phone;

import java.util.Optional;
import kept.line.CallEvent;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// What is done with one call on the line, from its arrival to its end. In the call's mailbox, but
/// for [#callId] and [#talking].
interface Conduct {
  /// It is written down and waits.
  void begin();

  void happened(CallEvent event);

  /// The call as we keep it; null for a talk among ourselves.
  @Nullable
  CallId callId();

  /// Who of us is in it and cannot take another.
  Optional<AgentId> talking();
}
