package kept.desk;

import java.time.Instant;
import java.util.List;
import kept.platform.pages.Face;
import org.jspecify.annotations.Nullable;

/// The conversations of one segment, the one that moved last first.
///
/// `alone` without a thread beside it: then its title heads the page. `src` is where this list
/// alone is fetched again when something moved. `older` leads to the next page of them. `empty` is
/// what is said when there are none.
public record ConversationList(
    boolean alone,
    String src,
    List<Segment> segments,
    List<Item> items,
    @Nullable String older,
    Empty empty) {

  /// Open 9, Mine 4, Sorted (which is not counted).
  public record Segment(String words, @Nullable Integer count, String href, boolean current) {}

  /// `icon` is how the last words came; `unread` once they wrote and nobody answered.
  public record Item(
      String id,
      String href,
      Face face,
      String name,
      Last last,
      boolean unread,
      boolean current,
      @Nullable Chip promise) {}

  /// The last words and when they were said: "6 min", "3 h", "Mon".
  public record Last(String icon, String words, Instant at, String ago) {}

  /// The promise that presses most: "Swap by 5:00"; `tone` is kept while there is time, due or
  /// risk.
  public record Chip(String words, String tone) {}

  /// One sentence and one thing to do.
  public record Empty(
      String words, @Nullable String href, @Nullable String linkWords) {

    /// Before the first mail ever: what to do first.
    public static Empty firstDay(@Nullable String address) {
      if (address == null) {
        return new Empty(
            "Nobody has written yet. Tell Kept the shop’s mail address, then write to it yourself.",
            "/settings/channels",
            "Set the address");
      }
      return new Empty(
          "Nobody has written yet. Mail sent to " + address + " lands here. Try it with your own.",
          "/c/new",
          "Write to someone");
    }

    public static Empty nothingOpen() {
      return new Empty("Nothing open. Everybody has heard from us.", null, null);
    }

    public static Empty nothingOfMine() {
      return new Empty("Nothing with you.", "/c", "See what’s open");
    }

    public static Empty nothingSorted() {
      return new Empty("What people tell us is sorted comes here.", null, null);
    }
  }
}
