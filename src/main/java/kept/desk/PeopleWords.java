package kept.desk;

import java.util.List;
import java.util.Map;
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
    return identity == null || identity.value().equals(customer.name()) ? "" : identity.value();
  }

  /// "Wrote by email, 2:18: Cracked TV", "We wrote by email, Mon: Fridge quote".
  private String heard(@Nullable Row row) {
    if (row == null) return "Never heard from";
    var last = row.last();
    if (last == null) return row.conversation().matter();
    var by = ChannelWords.by(last.channel());
    return (who(last) + " " + by + ", " + telling.when(last.at()) + ": "
        + row.conversation().matter());
  }

  private static String who(Message last) {
    return switch (last.direction()) {
      case INBOUND -> "Wrote";
      case OUTBOUND -> "We wrote";
      case NOTE -> "We noted";
    };
  }

  /// "212 people, five of them with a promise."
  static String sentence(int people, int most, int owedTo) {
    if (people == 0) return "Nobody yet.";
    var many = people >= most ? "More than " + (most - 1) : Counted.atStart(people);
    var all = many + (people == 1 ? " person" : " people");
    if (owedTo == 0) return all + ", nobody with an open promise.";
    return all + ", " + Counted.words(owedTo) + " of them with a promise.";
  }
}
