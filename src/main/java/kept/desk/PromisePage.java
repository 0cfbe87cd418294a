package kept.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One promise by itself: to `whom` it was made, how it stands, what can be done with it, and
/// everything that happened to it.
public record PromisePage(
    Frame frame,
    String whom,
    PromiseRow row,
    More more,
    @Nullable NewTime newTime,
    @Nullable Shown shown,
    List<Happened> log) {

  /// The same after a try to let it go that failed.
  PromisePage with(LetGo letGo) {
    return new PromisePage(frame, whom, row, more.with(letGo), newTime, shown, log);
  }

  /// What shows that it was kept. `mayAdd` opens the form; `error` says what was wrong with it.
  public record Shown(
      String id,
      List<Piece> pieces,
      boolean mayAdd,
      @Nullable String error) {}

  /// "UPS 1Z 999", "Tomás, 2:31", and a file with its name where there is one.
  public record Piece(
      String words,
      String by,
      @Nullable String href,
      @Nullable String file) {}

  /// What stands behind the three dots of a row. `keepers` is empty and `letGo` is not there where
  /// nothing may be done; `warn` names who hears first that it may be late, until it is; `told`
  /// says who hears of it later, and when. What is `alone` on its page has its button there.
  public record More(
      String id,
      String title,
      boolean alone,
      @Nullable String conversationHref,
      boolean mayKeep,
      List<Choice> keepers,
      @Nullable String warn,
      @Nullable LetGo letGo,
      List<String> told) {
    More with(LetGo other) {
      return new More(id, title, alone, conversationHref, mayKeep, keepers, warn, other, told);
    }
  }

  /// Why it is let go, for somebody to choose; `error` says that nobody did.
  public record LetGo(
      List<Choice> reasons, String words, @Nullable String error) {}

  /// One entry of its history: "2:31", "Priya moved it to 4:00 and told him", and a tone or none.
  public record Happened(
      String when, String words, @Nullable String tone) {}
}
