package kept.api;

import java.time.Instant;
import kept.phone.Phone;
import kept.phone.PhoneId;
import kept.phone.PhoneLine;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// A telephone as programs read it; `registered` is whether it can ring now.
record PhoneShape(
    PhoneId id,
    AgentId agent,
    String name,
    String userName,
    String location,
    boolean registered,
    @Nullable Instant seenAt) {
  static PhoneShape of(Phone of, PhoneLine line) {
    return new PhoneShape(
        of.id(),
        of.agent(),
        of.name(),
        of.userName(),
        of.location(),
        line.isRegistered(of),
        of.seenAt());
  }
}
