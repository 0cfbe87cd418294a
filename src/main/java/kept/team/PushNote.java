package kept.team;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an alarm says on a lock screen: one title, few words, and up to three things to do at once.
///
/// `path` is the page that a tap opens. A later note with the same `tag` takes the earlier one's
/// place. `count` stands on the app's icon. After `lasts` it is of no use to anybody and not sent.
public record PushNote(
    String title,
    String body,
    String path,
    String tag,
    int count,
    Duration lasts,
    List<Action> actions) {
  /// Phones cut off long before this; the whole has to fit into one push.
  private static final int LONGEST_TITLE = 150;

  private static final int LONGEST_BODY = 500;
  private static final int MOST_ACTIONS = 3;
  /// Whoever switches the phone on the next morning still wants to know.
  private static final Duration USUALLY_LASTS = Duration.ofHours(16);

  /// A button below the words. With `post` it sends that form to that path, as the person who is
  /// signed in there, and says `done`; else it opens `open`.
  public record Action(
      String title,
      @Nullable String post,
      String form,
      @Nullable String open,
      String done) {
    public static Action sends(String title, String path, String form) {
      return sends(title, path, form, title + ": done.");
    }

    public static Action sends(String title, String path, String form, String done) {
      return new Action(title, path, form, null, done);
    }

    public static Action opens(String title, String path) {
      return new Action(title, null, "", path, "");
    }
  }

  public PushNote {
    title = cut(title, LONGEST_TITLE);
    body = cut(body, LONGEST_BODY);
    if (!isOurs(path) || actions.stream().anyMatch(action -> !isOurs(action.post, action.open)))
      throw new IllegalStateException("A push leads to pages of ours: " + path);
    if (actions.size() > MOST_ACTIONS)
      throw new IllegalStateException("A push has up to three things to do.");
    actions = List.copyOf(actions);
  }

  public static PushNote of(String title, String body, String path, String tag) {
    return new PushNote(title, body, path, tag, 1, USUALLY_LASTS, List.of());
  }

  /// Buttons in this order; many phones show the first two.
  public PushNote with(Action action) {
    var more = new ArrayList<>(actions);
    more.add(action);
    return new PushNote(title, body, path, tag, count, lasts, more);
  }

  public PushNote counting(int unseen) {
    return new PushNote(title, body, path, tag, unseen, lasts, actions);
  }

  public PushNote lasting(Duration span) {
    return new PushNote(title, body, path, tag, count, span, actions);
  }

  private static boolean isOurs(@Nullable String post, @Nullable String open) {
    return isOurs(post == null ? "/" : post) && isOurs(open == null ? "/" : open);
  }

  private static boolean isOurs(String path) {
    return path.startsWith("/") && !path.startsWith("//");
  }

  private static String cut(String said, int most) {
    var words = said.replaceAll("\\p{Cntrl}+", " ").strip();
    if (words.length() <= most) return words;
    var end = Character.isHighSurrogate(words.charAt(most - 2)) ? most - 2 : most - 1;
    return words.substring(0, end).strip() + "…";
  }
}
