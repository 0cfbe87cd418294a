package kept.api;

import java.util.List;
import kept.conversations.AttachmentId;
import kept.platform.EventCursor;
import kept.platform.Refusal;

/// The log of facts, and the files that came with messages.
record EventRoutes(Doors doors) {
  private static final String PLAIN_TYPE = "[a-z0-9][a-z0-9.+-]{0,60}/[a-z0-9][a-z0-9.+-]{0,100}";

  List<Route> all() {
    return List.of(
        Route.get("/events", this::events), Route.get("/attachments/{id}", this::attachment));
  }

  /// The last cursor is given as long as there is something behind it to read; a program that has
  /// read everything keeps the one it has and asks again later.
  private Answer events(Call call) {
    var query = call.query("after");
    var after = query.text("after") == null ? query.text("cursor") : query.text("after");
    var facts = doors.events().after(cursor(after), query.limit());
    var items = facts.stream().map(EventShape::of).toList();
    return Answer.ok(new Page<>(items, items.isEmpty() ? null : items.getLast().cursor()));
  }

  private Answer attachment(Call call) {
    var file = doors.messages().attachment(call.id(AttachmentId::parse));
    var type = file.type().matches(PLAIN_TYPE) ? file.type() : "application/octet-stream";
    return new Answer.File(doors.blobs().open(file.blob()), file.size(), type, file.name());
  }

  private static EventCursor cursor(@org.jspecify.annotations.Nullable String text) {
    if (text == null) return EventCursor.START;
    try {
      return EventCursor.parse(text);
    } catch (Refusal e) {
      throw Wrong.parameter("after", e.sentence());
    }
  }
}
