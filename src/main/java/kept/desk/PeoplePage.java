package kept.desk;

import java.util.List;
import kept.platform.pages.Face;
import org.jspecify.annotations.Nullable;

/// Everybody we know, or who was searched for; whoever was heard from last comes first.
///
/// `sentence` as "212 people, five of them with a promise." `nobody` is said when there are no
/// rows; `older` leads to the next page.
public record PeoplePage(
    Frame frame,
    String sentence,
    String query,
    List<ConversationList.Segment> filters,
    List<Row> rows,
    String nobody,
    @Nullable String older) {

  /// `also` is a company or an address, `heard` when and how we last heard ("by email, 2:18").
  public record Row(
      Face face,
      String name,
      String href,
      String also,
      String heard,
      ConversationList.@Nullable Chip owed) {}

  public boolean searched() {
    return !query.isBlank();
  }
}
