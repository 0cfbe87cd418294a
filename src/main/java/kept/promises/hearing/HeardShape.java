package kept.promises.hearing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import kept.promises.Kind;
import org.jspecify.annotations.Nullable;

/// A heard promise as programs read it; times are local, to the minute.
@JsonInclude(JsonInclude.Include.ALWAYS)
public record HeardShape(
    String what,
    Kind kind,
    String dueText,
    @Nullable String dueEarliest,
    @Nullable String dueLatest,
    Strength strength) {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

  public static List<HeardShape> of(List<Heard> heard) {
    return heard.stream().map(HeardShape::of).toList();
  }

  static HeardShape of(Heard heard) {
    return new HeardShape(
        heard.what(),
        heard.kind(),
        heard.dueWords(),
        written(heard.dueEarliest()),
        written(heard.dueLatest()),
        heard.strength());
  }

  private static @Nullable String written(@Nullable LocalDateTime time) {
    return time == null ? null : MINUTE.format(time);
  }
}
