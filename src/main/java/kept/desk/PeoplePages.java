package kept.desk;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kept.conversations.ConversationId;
import kept.conversations.Row;
import kept.customers.Customer;
import kept.customers.CustomerId;
import kept.desk.ConversationList.Segment;
import kept.promises.Item;
import kept.promises.Promise;
import kept.promises.Slice;
import kept.promises.Standing;

/// Puts the list of people together: everybody, those at risk, those we owe something, or those
/// searched for.
final class PeoplePages {
  private static final int SHOWN = 40;
  private static final int COUNTED = 1_001;
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
    var query = Form.inAddress(request, "q");
    var with = query.isEmpty() ? Form.inAddress(request, "with") : "";
    var owed = owed(telling);
    var talks = with.isEmpty() && query.isEmpty() ? latest(request) : List.<Row>of();
    var people = query.isEmpty()
        ? inOrder(
            switch (with) {
              case "promise" -> owed.all();
              case "risk" -> owed.atRisk();
              default -> talks.stream().map(PeoplePages::customer).toList();
            })
        : doors.customers().search(query, SHOWN);
    return new PeoplePage(
        frames.around(request, "People", Place.PEOPLE),
        PeopleWords.sentence(
            crowd.directory().count(COUNTED), COUNTED, owed.all().size()),
        query,
        filters(with, query, owed),
        rows(people, telling),
        PeopleWords.nobody(with, query),
        talks.size() < SHOWN
            ? null
            : "/people?after=" + talks.getLast().conversation().id());
  }

  /// Everybody who has an open promise, and of these whose time is short or over; whoever's is due
  /// first in front.
  private record Owed(List<CustomerId> all, List<CustomerId> atRisk) {}

  private Owed owed(Telling telling) {
    var open =
        crowd.board().open(Slice.ALL, MOST_OWED).stream().map(Item::promise).toList();
    var pressing = open.stream().filter(each -> new Standing(each, telling.now()).tone() != null);
    return new Owed(customers(open.stream()), customers(pressing));
  }

  private static List<CustomerId> customers(Stream<Promise> promises) {
    return promises.map(Promise::customer).distinct().toList();
  }

  private List<Row> latest(Context request) {
    var after = Form.inAddress(request, "after");
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

  private static List<Segment> filters(String with, String query, Owed owed) {
    var q = query.isEmpty() ? "" : "?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    return List.of(
        new Segment("Everyone", null, "/people" + q, with.isEmpty()),
        new Segment("At risk", owed.atRisk().size(), "/people?with=risk", with.equals("risk")),
        new Segment(
            "With a promise", owed.all().size(), "/people?with=promise", with.equals("promise")));
  }

  private static CustomerId customer(Row row) {
    return row.conversation().customer();
  }
}
