package kept.desk;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import kept.conversations.ConversationId;
import kept.conversations.Row;
import kept.customers.Customer;
import kept.customers.CustomerId;
import kept.desk.ConversationList.Segment;
import kept.promises.Promise;
import kept.promises.Slice;

/// Puts the list of people together: everybody, those we owe something, or those searched for.
final class PeoplePages {
  private static final int SHOWN = 40;
  private static final int COUNTED = 10_001;
  private static final int MOST_OWED = 200;

  private final Doors doors;
  private final PersonRoutes.Crowd crowd;
  private final Frames frames;

  PeoplePages(Doors doors, PersonRoutes.Crowd crowd, Frames frames) {
    this.doors = doors;
    this.crowd = crowd;
    this.frames = frames;
  }

  PeoplePage page(Context request, Telling telling) {
    var query = text(request, "q");
    var withPromise = text(request, "with").equals("promise");
    var owed = owed();
    var talks = withPromise || !query.isEmpty() ? List.<Row>of() : latest(request);
    var people = !query.isEmpty()
        ? doors.customers().search(query, SHOWN)
        : inOrder(withPromise ? owed : talks.stream().map(PeoplePages::customer).toList());
    return new PeoplePage(
        frames.around(request, "People", Place.PEOPLE),
        PeopleWords.sentence(crowd.directory().count(COUNTED), COUNTED, owed.size()),
        query,
        filters(withPromise, query, owed.size()),
        rows(people, telling),
        talks.size() < SHOWN
            ? null
            : "/people?after=" + talks.getLast().conversation().id());
  }

  /// Everybody who has an open promise, whoever's is due first in front.
  private List<CustomerId> owed() {
    return crowd.board().open(Slice.ALL, MOST_OWED).stream()
        .map(item -> item.promise().customer())
        .distinct()
        .toList();
  }

  private List<Row> latest(Context request) {
    var after = text(request, "after");
    var behind = after.isEmpty()
        ? null
        : doors.talk().conversations().find(ConversationId.parse(after)).orElse(null);
    return crowd.lastTalks().ofEverybody(behind, SHOWN);
  }

  private List<Customer> inOrder(List<CustomerId> ids) {
    var named = doors.customers().named(ids);
    return ids.stream().filter(named::containsKey).map(named::get).toList();
  }

  private List<PeoplePage.Row> rows(List<Customer> people, Telling telling) {
    var ids = people.stream().map(Customer::id).toList();
    var owed = crowd.board().owedTo(ids).stream().collect(Collectors.groupingBy(Promise::customer));
    var words = new PeopleWords(
        telling, crowd.lastTalks().of(ids), crowd.directory().lastIdentities(ids), owed);
    return people.stream().map(words::row).toList();
  }

  private static List<Segment> filters(boolean withPromise, String query, int owed) {
    var q = query.isEmpty() ? "" : "?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    return List.of(
        new Segment("Everyone", null, "/people" + q, !withPromise),
        new Segment("With a promise", owed, "/people?with=promise", withPromise));
  }

  private static CustomerId customer(Row row) {
    return row.conversation().customer();
  }

  private static String text(Context request, String name) {
    var value = request.queryParam(name);
    return value == null ? "" : value.strip();
  }
}
