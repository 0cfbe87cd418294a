package kept.desk;

import java.time.Instant;
import java.util.List;
import kept.platform.pages.Face;
import kept.promises.StringShape;
import org.jspecify.annotations.Nullable;

/// One matter with one person: what we promised, everything that happened, and the next reply.
///
/// `earlier` leads to what happened before the oldest event shown here. `forgotten` says that the
/// person was, and when: then there is nothing to write, to promise or to call.
public record ConversationThread(
    String id,
    Head head,
    List<Pinned> pinned,
    List<TimelineEvent> events,
    @Nullable String earlier,
    Composer composer,
    @Nullable String forgotten) {

  /// The first is always in sight; the others open below it.
  public String morePinned() {
    var more = pinned.size() - 1;
    return more == 1 ? "One more promise is open" : more + " more promises are open";
  }

  /// `with` says who has it ("with Priya", "with nobody yet"); `story` is the person in one line
  /// ("9 years with us, 5 of 6 promises on time"); `back` leads to the list it was opened from.
  public record Head(
      String matter,
      String person,
      String personHref,
      String with,
      String story,
      String back,
      Doing doing) {}

  /// What can be done here besides writing. Nobody to hand over to: no colleagues. `asked` says
  /// instead of the button that we asked already ("Asked if it’s sorted, 2:31").
  public record Doing(List<Choice> colleagues, @Nullable String asked, List<Here> here) {}

  /// A colleague who has this open now: "is here", "is writing".
  public record Here(Face face, String name, String doing) {}

  /// An open promise: "Swap the 42″ by 5:00 pm", "Tomás, 2 h 36 left"; `tone` is null, due or risk.
  public record Pinned(
      String id,
      StringShape string,
      String what,
      String keeper,
      Instant dueAt,
      String standing,
      @Nullable String tone) {}
}
