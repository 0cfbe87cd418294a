package kept.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import kept.conversations.Direction;
import kept.conversations.Message;
import kept.conversations.Row;
import kept.customers.Customer;
import kept.customers.CustomerId;
import kept.customers.Identity;
import kept.platform.pages.Face;
import kept.promises.Promise;
import org.jspecify.annotations.Nullable;

/// People in a list: who, where to reach them, when we last heard, what is owed. Pure.
record PeopleWords(
    Telling telling,
    Map<CustomerId, Row> lastTalks,
    Map<CustomerId, Identity> reach,
    Map<CustomerId, List<Promise>> owed) {

  PeoplePage.Row row(Customer customer) {
    var promises = new ListWords(telling, Map.of());
    return new PeoplePage.Row(
        Face.of(customer.name()),
        customer.name(),
        "/people/" + customer.id(),
        also(customer),
        heard(lastTalks.get(customer.id())),
        promises.chip(owed.getOrDefault(customer.id(), List.of())));
  }

  private String also(Customer customer) {
    if (customer.organisation() != null) return customer.organisation();
    var identity = reach.get(customer.id());
    return identity == null || identity.words().equals(customer.name()) ? "" : identity.words();
  }

  /// "Wrote by email, 2:18: Cracked TV", "We rang, Mon: Fridge quote".
  private String heard(@Nullable Row row) {
    if (row == null) return "Never heard from";
    var last = row.last();
    var matter = row.conversation().matter();
    return last == null ? matter : did(last) + ", " + telling.when(last.at()) + ": " + matter;
  }

  private static String did(Message last) {
    if (last.direction() == Direction.NOTE) return "We made a note";
    var how = switch (last.channel()) {
      case CALL -> "rang";
      case IN_PERSON -> "spoke in the shop";
      case EMAIL, TEXT, CHAT, PAGE -> "wrote " + ChannelWords.by(last.channel());
    };
    if (last.direction() == Direction.OUTBOUND) return "We " + how;
    return how.substring(0, 1).toUpperCase(Locale.ROOT) + how.substring(1);
  }

  /// "212 people, five of them with a promise."
  static String sentence(int people, int most, int owedTo) {
    if (people == 0) return "Nobody yet.";
    var many = people < most ? Counted.atStart(people) : "More than " + Counted.words(most - 1);
    var all = many + (people == 1 ? " person" : " people");
    if (owedTo == 0) return all + ", nobody with an open promise.";
    if (people == 1) return all + ", with a promise.";
    return all + ", " + Counted.words(owedTo) + " of them with a promise.";
  }

  /// What stands there when the list is empty.
  static String nobody(String with, String query) {
    if (!query.isEmpty()) return "Nobody here answers to “" + query + "”.";
    return switch (with) {
      case "risk" -> "Nobody is at risk.";
      case "promise" -> "Nobody is waiting for a promise.";
      default -> "People appear here when they write.";
    };
  }
}
