package kept.desk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Write to someone: whom, about what, in which words. It starts a conversation.
///
/// The form posts to `/c` as `to` (a name or an address), `customer` (once several people
/// answer to that name and one of `which` was picked), `matter`, `words`, `by` (email or
/// text, where texts are set up) and `key`, which makes a second click count for nothing.
public record NewMessagePage(
    Frame frame,
    String to,
    List<Choice> which,
    String matter,
    String words,
    String key,
    By by,
    Map<String, String> errors) {

  /// Whether a text can be chosen, and whether it is.
  public record By(boolean offered, boolean text) {
    static final By MAIL = new By(false, false);
  }

  /// By mail, where nothing else is set up.
  public NewMessagePage(
      Frame frame,
      String to,
      List<Choice> which,
      String matter,
      String words,
      String key,
      Map<String, String> errors) {
    this(frame, to, which, matter, words, key, By.MAIL, errors);
  }

  /// What is wrong with a field, in words, or null.
  public @Nullable String error(String field) {
    return errors.get(field);
  }

  /// Nothing written yet.
  public static NewMessagePage empty(Frame frame, String key, By by) {
    return new NewMessagePage(frame, "", List.of(), "", "", key, by, Map.of());
  }

  /// Opened from the page of this person, whose id is sent along with the name.
  public static NewMessagePage to(Frame frame, Choice person, String key, By by) {
    return new NewMessagePage(frame, person.words(), List.of(person), "", "", key, by, Map.of());
  }
}
