package kept.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One knot on the spine of a conversation, in words already chosen.
public sealed interface TimelineEvent {

  Head head();

  String icon();

  /// Who, how and when: "Chuck", "by email", "2:18". `id` is the anchor that links lead to.
  record Head(String id, String by, String how, Instant at, String time) {}

  /// A message, theirs or ours; `icon` is its channel, `sending` only ours has.
  record Said(
      Head head,
      String icon,
      boolean ours,
      Body body,
      List<Attached> attached,
      @Nullable Sending sending)
      implements TimelineEvent {}

  /// What the team tells itself.
  record Note(Head head, String words, List<Attached> attached) implements TimelineEvent {

    @Override
    public String icon() {
      return "lock-simple";
    }
  }

  /// Something that happened without a message: a bold word or name in the head, `what` below it,
  /// `detail` small.
  record Happened(
      Head head, Kind kind, @Nullable String what, @Nullable String detail)
      implements TimelineEvent {

    @Override
    public String icon() {
      return kind.icon;
    }
  }

  /// A call: in the head who rang and how it ended.
  record Called(Head head, boolean talked, @Nullable Player player) implements TimelineEvent {

    @Override
    public String icon() {
      return "phone";
    }
  }

  /// What was recorded: `src` is where it is heard, `bars` its sound for the eye, none while nobody
  /// looked at it.
  record Player(String src, List<Bar> bars, boolean mayForget) {}

  /// One of the bars of a sound, in a drawing of 240 by 100.
  record Bar(int x, int y, int height) {}

  /// The words of a message. Plain words are the default; `asSentHref` leads to the same page with
  /// the message as it was sent, and then `asSent` is there.
  record Body(
      String plain,
      @Nullable String quoted,
      @Nullable String asSentHref,
      @Nullable AsSent asSent) {

    public static Body of(String plain) {
      return new Body(plain, null, null, null);
    }
  }

  /// `safeHtml` went through the sanitizer: no script, style, class, id or form is left in it, and
  /// no picture from elsewhere unless somebody asked for it with `picturesHref`.
  record AsSent(String safeHtml, String plainHref, @Nullable String picturesHref) {}

  /// A picture is shown small, anything else is a link; `size` in words ("240 KB").
  record Attached(String name, String size, String href, boolean picture) {}

  /// What became of a message of ours, as the server said it. `serverWords`, `again` and `instead`
  /// only after a refusal.
  record Sending(
      State state,
      String words,
      @Nullable String serverWords,
      @Nullable String again,
      @Nullable Instead instead) {

    public enum State {
      QUEUED,
      SENT,
      REFUSED
    }

    public String css() {
      return state.name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// Another address of the person: "Send to marisol@alvarez.example instead".
  record Instead(String words, String action) {}

  /// What can happen; the icon and how the knot looks follow from it.
  enum Kind {
    PROMISE_MADE("handshake", "knot"),
    PROMISE_MOVED("clock-countdown", "knot"),
    PROMISE_KEPT("check-bold", "kept"),
    PROMISE_KEPT_LATE("check-bold", "late"),
    PROMISE_BROKEN("warning-circle", "broken"),
    PROMISE_LET_GO("prohibit", "plain"),
    PROMISE_HANDED_ON("user-switch", "plain"),
    ALARM("hourglass-medium", "due"),
    RECAP_SENT("paper-plane-tilt", "plain"),
    RECAP_OPENED("envelope-open", "plain"),
    ASKED_IF_SORTED("question", "plain"),
    SORTED("check-circle", "kept"),
    NOT_YET("arrow-counter-clockwise", "broken"),
    REOPENED("arrow-counter-clockwise", "due"),
    WENT_QUIET("moon", "plain"),
    HAD_TO_REPEAT("warning-circle", "due"),
    HANDED_OVER("user-switch", "plain"),
    JOINED("link-simple", "plain");

    private final String icon;
    private final String look;

    Kind(String icon, String look) {
      this.icon = icon;
      this.look = look;
    }

    /// The word that the style sheet knows.
    public String look() {
      return look;
    }
  }
}
