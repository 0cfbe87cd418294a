package kept.desk;

import java.time.Instant;
import kept.platform.pages.Face;
import org.jspecify.annotations.Nullable;

/// Somebody who rings, or whom the reader talks with: who it is and what we know, before hello.
///
/// @param how "known number", or how little we know
/// @param story their matter in a sentence
/// @param promised what we owe them, if anything
/// @param second the colleague of the reader's who could take it; null where there is none
/// @param taker who of us has it; null while it rings
public record CallPop(
    String id,
    Face face,
    String name,
    String how,
    String story,
    @Nullable String promised,
    String href,
    State state,
    @Nullable String second,
    @Nullable String taker,
    Instant since,
    String lasts) {
  /// What it is to whoever reads.
  public enum State {
    /// Anybody may take it.
    RINGING,
    /// It rings while they talk with somebody else.
    SECOND,
    /// They talk with them.
    MINE,
    /// Somebody else just took it.
    TAKEN,
    /// Somebody else has it, and the caller has been listening to music for too long.
    FORGOTTEN
  }
}
