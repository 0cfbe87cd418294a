package kept.recaps;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import kept.platform.Id;
import kept.platform.Limit;
import org.jspecify.annotations.Nullable;

/// What a customer told us on their page, and when; `problem` and `words` say what is wrong, or
/// thank.
public record SaidWord(UUID id, Kind kind, @Nullable Problem problem, String words, Instant at) {
  private static final Limit WORDS = new Limit(4_000, "Say it in fewer words, or write us a mail.");

  public enum Kind {
    SORTED,
    NOT_YET,
    NOT_SORTED_AFTER_ALL,
    HAD_TO_REPEAT;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  public SaidWord {
    words = WORDS.check(words.replace("\r\n", "\n"));
  }

  static SaidWord of(Kind kind, String words, Instant at) {
    return new SaidWord(Id.fresh(), kind, null, words, at);
  }

  SaidWord about(@Nullable Problem what) {
    return new SaidWord(id, kind, what, words, at);
  }

  SaidWord saying(@Nullable Problem what, String more) {
    return new SaidWord(id, kind, what, more, at);
  }

  public boolean is(Kind other) {
    return kind == other;
  }

  /// They told us that it is not sorted.
  public boolean isReopening() {
    return kind == Kind.NOT_YET || kind == Kind.NOT_SORTED_AFTER_ALL;
  }

  /// A tap, with nothing said besides.
  public boolean isEmpty() {
    return problem == null && words.isEmpty();
  }
}
