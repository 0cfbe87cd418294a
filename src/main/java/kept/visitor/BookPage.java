package kept.visitor;

import java.util.List;
import java.util.Map;
import kept.platform.http.Assets;
import org.jspecify.annotations.Nullable;

/// Where a customer picks when a person rings them: three times near by, then a day and its times.
///
/// The form posts to `path` as `slot`, `about` and `key`; whoever came without a link gives `name`
/// and `number` too. `picked` is the day whose times are shown.
public record BookPage(
    Assets assets,
    ShopSign shop,
    String path,
    Lead lead,
    List<Time> soonest,
    List<Day> days,
    @Nullable Picked picked,
    Them them,
    String key,
    Map<String, String> errors) {

  /// "Sorry we missed you, Marcus.", "When shall a person ring you?", "Priya has you down for 2:58
  /// pm today. Keep that, or pick what suits."
  public record Lead(@Nullable String hello, String headline, String said) {}

  /// "3:30 pm today" and who rings.
  public record Time(String value, String words, String detail, boolean chosen) {}

  /// "Wed", "Nov 25" or "closed".
  public record Day(String href, String words, String detail, boolean open, boolean picked) {}

  /// "Wednesday, November 25" and its times.
  public record Picked(String words, List<Time> times) {}

  /// The number that we ring, and why that one.
  public record Known(String number, String why) {}

  /// Who it is: a `known` number is shown and not asked for.
  public record Them(@Nullable Known known, String name, String number, String about) {}

  public @Nullable String error(String field) {
    return errors.get(field);
  }
}
