package kept.conversations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that came in: by which channel, when it was said (a time ahead of us counts as now),
/// and whether a person waits behind it. `sender` names whoever wrote it if that was not the
/// customer.
public record Incoming(
    Channel channel, Instant at, @Nullable String sender, boolean person, Draft draft) {

  public static Incoming of(Channel channel, Instant at, Draft draft) {
    return new Incoming(channel, at, null, true, draft);
  }
}
