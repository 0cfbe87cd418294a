package kept.desk;

import java.util.ArrayList;
import java.util.List;
import kept.conversations.Conversations;
import kept.conversations.Row;
import kept.conversations.Which;
import kept.customers.Customer;
import kept.customers.Customers;
import kept.desk.FindPage.Found;
import kept.desk.FindPage.Group;
import kept.desk.FindPage.Hit;
import kept.platform.pages.Face;
import kept.promises.Board;
import kept.promises.Item;
import kept.promises.Slice;

/// Looks for people, promises and words said, the first two first. Threads may share this object.
public final class Finding {
  private static final int MOST = 6;
  private static final int LONGEST_QUERY = 100;
  private static final int LONGEST_WORDS = 90;

  private final Doors doors;

  /// The rooms that are looked through.
  public record Doors(Customers customers, Conversations conversations, Board board) {}

  public Finding(Doors doors) {
    this.doors = doors;
  }

  /// A helper finds their own promises and nothing else.
  Found find(Onlooker onlooker, String asked) {
    var query = asked.length() > LONGEST_QUERY ? asked.substring(0, LONGEST_QUERY) : asked;
    var deed = Deed.in(query);
    var words = deed.words();
    var groups = new ArrayList<Group>();
    var doFirst = deed.kind() == Deed.Kind.PROMISE && !words.isBlank();
    if (doFirst) add(groups, "Do", deed.hits(onlooker.isHelper()));
    var people = words.isBlank() || onlooker.isHelper()
        ? List.<Customer>of()
        : doors.customers.search(words, MOST);
    add(
        groups,
        "People",
        people.stream().map(person -> hit(onlooker, deed, person)).toList());
    if (!words.isBlank()) add(groups, "Promises", promises(onlooker, words));
    if (!doFirst) add(groups, "Do", deed.hits(onlooker.isHelper()));
    if (words.length() > 1 && !onlooker.isHelper()) add(groups, "Said", said(onlooker, words));
    return new Found(asked, groups);
  }

  private List<Hit> promises(Onlooker onlooker, String words) {
    var slice = onlooker.isHelper() ? Slice.keptBy(onlooker.me().id()) : Slice.ALL;
    return doors.board.search(slice, words, MOST).stream()
        .map(item -> hit(onlooker, item))
        .toList();
  }

  private List<Hit> said(Onlooker onlooker, String words) {
    return doors.conversations.list(new Which(null, null, null, words), null, MOST).stream()
        .map(row -> hit(onlooker, row))
        .toList();
  }

  private static Hit hit(Onlooker onlooker, Deed deed, Customer person) {
    var since = "with us since " + onlooker.time().date(person.since(), onlooker.now());
    var detail = person.organisation() == null ? since : person.organisation();
    var words = deed.kind() == Deed.Kind.WRITE ? "Write to " + person.name() : person.name();
    return new Hit(words, detail, deed.hrefTo(person), Face.of(person.name()), null);
  }

  private static Hit hit(Onlooker onlooker, Item item) {
    var words = new PromiseWords(onlooker);
    var promise = item.promise();
    var detail = item.customerName() + ", " + words.hour(promise) + ", "
        + onlooker.nameWithin(promise.keeper());
    return new Hit(promise.what(), detail, "/promises/" + promise.id(), null, "handshake");
  }

  private static Hit hit(Onlooker onlooker, Row row) {
    var conversation = row.conversation();
    var last = row.last() == null ? conversation.matter() : row.last().words();
    var line = last.strip().replaceAll("\\s+", " ");
    var cut = line.length() <= LONGEST_WORDS ? line : line.substring(0, LONGEST_WORDS - 1) + "…";
    var when = onlooker.time().past(conversation.movedAt(), onlooker.now());
    return new Hit(
        row.customerName() + ": " + conversation.matter(),
        when + ", " + cut,
        "/c/" + conversation.id(),
        null,
        ChannelWords.icon(conversation.channel()));
  }

  private static void add(List<Group> groups, String title, List<Hit> hits) {
    if (!hits.isEmpty()) groups.add(new Group(title, hits));
  }
}
