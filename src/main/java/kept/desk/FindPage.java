package kept.desk;

import java.util.List;
import kept.platform.pages.Face;
import org.jspecify.annotations.Nullable;

/// Find or do, as a page of its own; the same results come as a fragment under the field.
public record FindPage(Frame frame, Found found) {

  public record Found(String query, List<Group> groups) {

    public boolean nothing() {
      return groups.isEmpty() && !query.isBlank();
    }
  }

  /// People, promises, words said, things to do.
  public record Group(String title, List<Hit> hits) {}

  /// Something found: with a face when it is a person, else with an icon.
  public record Hit(
      String words,
      String detail,
      String href,
      @Nullable Face face,
      @Nullable String icon) {}
}
