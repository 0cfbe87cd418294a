package kept.visitor;

import java.util.List;
import kept.platform.http.Assets;
import kept.platform.pages.Face;
import kept.promises.StringShape;
import org.jspecify.annotations.Nullable;

/// What a customer opens from our mail: what we promised, how it stands, and whether it is sorted.
///
/// `path` is the address of the page with its token (`/p/…`); every form posts below it. `others`
/// are the promises after the nearest.
public record VisitorPage(
    Assets assets,
    ShopSign shop,
    String path,
    Lead lead,
    List<Other> others,
    Ask ask,
    List<Human> humans,
    List<Agreed> agreed,
    Foot foot) {

  /// "Chuck, here’s what we promised you." above, the promise as headline, and below who said it
  /// and what became of it. With nothing promised: what we understood, and no track.
  public record Lead(
      String hello, String headline, String said, @Nullable Track track) {}

  /// The string with its words: "Promised 10:40", "2:31 now / On the van", "By 4:00".
  public record Track(
      StringShape string, Mark from, @Nullable Mark now, Mark until) {}

  public record Mark(String small, String words) {}

  /// A further promise: its words, its hour, how it stands; `tone` is null, kept, due or risk.
  public record Other(
      StringShape string,
      String what,
      String by,
      String standing,
      @Nullable String tone) {}

  /// Who does it or who knows the story, and how to reach them.
  public record Human(
      Face face, String words, String detail, @Nullable Reach reach) {}

  /// The mail address or the phone number, as a link and as text.
  public record Reach(String href, String text, String verb, boolean phone) {}

  /// One line of what we agreed; `strong` begins it when it was a promise.
  public record Agreed(String time, @Nullable String strong, String words) {}

  /// `before` is the promise about being late ("before 4:00, not after"), null once nothing is
  /// owed. `repeated` once they told us that they had to repeat themselves.
  public record Foot(@Nullable String before, boolean repeated) {}
}
