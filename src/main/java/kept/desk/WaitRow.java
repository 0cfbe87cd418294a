package kept.desk;

import java.time.Instant;
import kept.platform.pages.Face;
import org.jspecify.annotations.Nullable;

/// Somebody who waits for a person: who, how they came, their last words, since when.
///
/// `place` counts from 1, the longest wait; `channelIcon` is one of the sprite (`envelope-simple`,
/// `chat-text`); `takenBy` names the colleague who has it already.
public record WaitRow(
    int place,
    Face face,
    String name,
    String how,
    String words,
    String channelIcon,
    Clock clock,
    String href,
    @Nullable String takenBy) {

  /// "26 min" and "since 1:58"; `late` once they have waited longer than we like.
  public record Clock(Instant since, String waited, String sinceWords, boolean late) {}
}
