package kept.desk;

import java.util.List;
import java.util.Locale;
import kept.platform.pages.Face;
import org.jspecify.annotations.Nullable;

/// What is good to know about a person before answering: who it is, what not to ask, what we owe.
public record ConversationContext(
    Who who,
    Sure sure,
    List<Known> known,
    List<Cost> costs,
    List<Owed> promises,
    List<Owned> owns,
    List<Reach> reaches,
    List<Matter> others) {

  /// `first` is what the headings say ("Promises to Chuck"); `since` as "Customer since 2017" or
  /// "First time we’ve heard from Lena".
  public record Who(String id, Face face, String name, String first, String href, String since) {
    /// The same within a line: "customer since 2017".
    public String sinceWithin() {
      return since.substring(0, 1).toLowerCase(Locale.ROOT) + since.substring(1);
    }
  }

  /// How sure we are: "It’s Chuck", "Looks like Chuck", "Not met before", and why. `tone` is kept,
  /// line or due.
  public record Sure(String words, String why, String tone) {}

  /// Something we hold, so nobody asks for it.
  public record Known(String label, String value) {}

  public record Cost(String what, String value) {}

  /// A promise in a line; `detail` in brackets ("a day late"). `tone` is kept, due or risk.
  public record Owed(
      String icon, String tone, String words, @Nullable String detail, String when) {}

  public record Owned(String icon, String name, String condition, String when) {}

  public record Reach(String icon, String value, String note) {}

  /// Another matter with the same person.
  public record Matter(String words, String href, String state, String tone) {}
}
