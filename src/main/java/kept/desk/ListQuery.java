package kept.desk;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kept.conversations.Conversations.Counts;
import kept.conversations.Which;
import kept.desk.ConversationList.Segment;
import kept.team.AgentId;

/// Which conversations a page lists, as its address says: open, mine or sorted, and words that
/// were said in them.
record ListQuery(String state, String words, String after) {
  static ListQuery in(Context request) {
    return new ListQuery(
        Form.inAddress(request, "state"),
        Form.inAddress(request, "q"),
        Form.inAddress(request, "after"));
  }

  Which which(AgentId reader) {
    var said = words.isBlank() ? null : words;
    return switch (state) {
      case "mine" -> new Which(Which.Group.OPEN, reader, null, said);
      case "sorted" -> new Which(Which.Group.DONE, null, null, said);
      default -> new Which(Which.Group.OPEN, null, null, said);
    };
  }

  List<Segment> segments(Counts counts) {
    return List.of(
        new Segment("Open", counts.open(), "/c" + with("").query(), isOpen()),
        new Segment("Mine", counts.mine(), "/c" + with("mine").query(), state.equals("mine")),
        new Segment("Sorted", null, "/c" + with("sorted").query(), state.equals("sorted")));
  }

  /// What leads back to this list: "?state=mine", or nothing.
  String query() {
    var parts = new ArrayList<String>();
    if (!isOpen()) parts.add("state=" + state);
    if (!words.isBlank()) parts.add("q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    if (!after.isEmpty()) parts.add("after=" + after);
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  /// The page of this list that follows a conversation.
  ListQuery after(String conversation) {
    return new ListQuery(state, words, conversation);
  }

  boolean isOpen() {
    return !state.equals("mine") && !state.equals("sorted");
  }

  private ListQuery with(String other) {
    return new ListQuery(other, words, "");
  }
}
