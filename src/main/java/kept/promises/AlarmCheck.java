package kept.promises;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One alarm that Kept fired at itself. `trouble` says, once it is judged, on which ways it did not
/// come; nothing when it came on all of them.
public record AlarmCheck(
    Instant at,
    @Nullable Instant firedAt,
    @Nullable Instant judgedAt,
    @Nullable String trouble) {}
