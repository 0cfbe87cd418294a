package kept.desk;

import java.util.List;
import java.util.stream.Collectors;
import kept.conversations.Conversation;
import kept.conversations.ConversationId;
import kept.conversations.Row;
import kept.desk.ConversationList.Empty;
import kept.promises.Promise;
import kept.team.Business;
import org.jspecify.annotations.Nullable;

/// Lists of conversations, each with two questions to the database.
final class ConversationLists {
  private static final int SHOWN = 40;

  private final Doors doors;

  ConversationLists(Doors doors) {
    this.doors = doors;
  }

  /// `current` is the conversation that is open beside the list; without one the list is alone.
  ConversationList list(ListQuery query, Telling telling, @Nullable ConversationId current) {
    var conversations = doors.talk().conversations();
    var after = query.after().isEmpty() ? null : behind(query.after());
    var rows = conversations.list(query.which(telling.reader()), after, SHOWN);
    var words = new ListWords(telling, promisesIn(rows));
    var here = query.query();
    var older = rows.size() < SHOWN ? null : older(query, rows.getLast().conversation());
    var of = current == null ? "" : (here.isEmpty() ? "?" : "&") + "of=" + current;
    return new ConversationList(
        current == null,
        "/c/list" + here + of,
        query.segments(conversations.counts(telling.reader())),
        rows.stream().map(row -> words.item(row, current, here)).toList(),
        older,
        rows.isEmpty() ? empty(query) : Empty.nothingOpen());
  }

  private @Nullable Conversation behind(String id) {
    return doors.talk().conversations().find(ConversationId.parse(id)).orElse(null);
  }

  private java.util.Map<ConversationId, List<Promise>> promisesIn(List<Row> rows) {
    var ids = rows.stream().map(row -> row.conversation().id()).toList();
    return doors.promises().in(ids).stream().collect(Collectors.groupingBy(Promise::conversation));
  }

  private static String older(ListQuery query, Conversation last) {
    return "/c" + query.after(last.id().toString()).query();
  }

  private Empty empty(ListQuery query) {
    if (!query.words().isBlank())
      return new Empty("Nobody said “" + query.words() + "” here.", "/c", "See what’s open");
    if (query.state().equals("mine")) return Empty.nothingOfMine();
    if (query.state().equals("sorted")) return Empty.nothingSorted();
    var anybody = !doors.customers().page(null, 1).isEmpty();
    return anybody
        ? Empty.nothingOpen()
        : Empty.firstDay(doors.shop().find().map(Business::email).orElse(null));
  }
}
