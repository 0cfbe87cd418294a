package kept.phone;

import java.util.Optional;
import kept.line.CallEvent;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// What is done with one call on the line, from its arrival to its end. In the call's mailbox, but
/// for what only reads: [#callId], [#kept], [#talk] and [#talking].
interface Conduct {
  /// It is written down and waits.
  void begin();

  void happened(CallEvent event);

  /// Something of ours failed, such as the database: whoever waits is not left in silence.
  default void failed() {}

  /// The call as it was when it began; null for a talk among ourselves.
  default @Nullable PhoneCall kept() {
    return null;
  }

  default @Nullable CallId callId() {
    var call = kept();
    return call == null ? null : call.id();
  }

  /// What they say to each other; empty where nobody of us can do anything with it.
  default Optional<Talk> talk() {
    return Optional.empty();
  }

  /// Who of us is in it and cannot take another.
  default Optional<AgentId> talking() {
    return talk().flatMap(Talk::state).map(TalkState::agent);
  }
}
