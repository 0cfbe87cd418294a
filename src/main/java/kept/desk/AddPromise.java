package kept.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A promise made by hand, from the board: one field, and under it the sentence that its words
/// become. After a refusal it holds what was typed. `key` makes it count once, however often it is
/// sent.
///
/// It posts to `/promises` as `words`; `read`, the words that the sentence shows, and
/// `shown`, what they stood for then; and the parts that were put right: `what` (beside
/// `what_read`), `conversation` (its id, or `person:` and a customer's), `whom` (a name or an
/// address, which goes before it), `when` (a ready time, `other` or `written`), `matter` (a
/// conversation's id or `new`), `due` (a local date and time), `keeper`, `second`, `kind` and
/// `said`.
public record AddPromise(String key, String words, @Nullable Sentence sentence) {

  /// Whether somebody is in the middle of it.
  public boolean begun() {
    return sentence != null;
  }

  /// What will be promised, part by part; beside it the parts that are seldom changed; and what has
  /// to be put right.
  public record Sentence(
      String read, String shown, List<Piece> said, List<Piece> beside, List<String> mistakes) {}

  /// Words of the sentence; with `fix` they are a part that can be tapped.
  public record Piece(String words, @Nullable Fix fix) {
    static Piece plain(String words) {
      return new Piece(words, null);
    }

    /// Stands close to what is before it.
    public boolean tight() {
      return !words.isEmpty() && "'’,.".indexOf(words.charAt(0)) >= 0;
    }
  }

  /// How a part is put right: a choice, something typed, or both. `unsure` asks for it.
  public record Fix(
      String name,
      String label,
      Mood mood,
      List<Choice> choices,
      @Nullable Typed typed) {
    /// Times are picked from buttons, everything else from a list.
    public boolean times() {
      return name.equals("due");
    }
  }

  /// `open` shows its fields from the start.
  public record Mood(boolean unsure, boolean open, boolean wrong) {}

  public record Typed(
      String name,
      String label,
      String type,
      String value,
      @Nullable String read) {}
}
