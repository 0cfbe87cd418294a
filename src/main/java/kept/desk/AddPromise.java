package kept.desk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A promise made by hand, from the board. After a refusal it holds what was typed, and why. `key`
/// makes it count once, however often it is sent.
///
/// It posts to `/promises` as `what`, `conversation` (its id, or `person:` and a customer's),
/// `whom` (a name or an address, which goes before it), `kind`, `said`, `due` (a local date and
/// time), `keeper` and `second`.
public record AddPromise(
    String key,
    String what,
    To to,
    Manner manner,
    String due,
    People people,
    Map<String, String> errors) {

  public record To(List<Choice> conversations, String whom) {}

  /// What sort of promise it is and how it was said.
  public record Manner(List<Choice> kinds, List<Choice> ways) {}

  /// Who keeps it and who hears next.
  public record People(List<Choice> keepers, List<Choice> seconds) {}

  public @Nullable String error(String field) {
    return errors.get(field);
  }

  /// Open from the start when something has to be put right.
  public boolean open() {
    return !errors.isEmpty();
  }
}
