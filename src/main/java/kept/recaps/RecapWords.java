package kept.recaps;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kept.customers.Customer;
import kept.promises.Promise;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.ShopTime;

/// A recap in the shop's voice: plain, brief, exact. Pure.
record RecapWords(ShopTime time, Map<AgentId, Agent> team, Instant now) {
  String recap(Customer customer, Agent by, String understood, List<Promise> open) {
    var said = below(customer, understood, open);
    return customer.firstName()
        + ",\n\n"
        + (said.isEmpty() ? "" : said + "\n\n")
        + "If anything here is wrong, tell us.\n\n"
        + by.firstName();
  }

  /// The same without greeting and name, to stand under words of our own.
  String below(Customer customer, String understood, List<Promise> open) {
    var words = new StringBuilder();
    if (!understood.isBlank()) {
      words.append("What we understood: ").append(understood.strip()).append("\n\n");
    }
    if (!open.isEmpty()) words.append("As promised:\n");
    var toThem = AddressedWords.to(customer);
    open.forEach(promise -> words.append(line(promise, toThem)));
    return words.toString().strip();
  }

  static String question(Customer customer, Agent by) {
    return customer.firstName()
        + ", is it all sorted? One tap tells us, either way.\n\n"
        + by.firstName();
  }

  private String line(Promise promise, AddressedWords toThem) {
    var keeper = team.get(promise.keeper());
    return "• "
        + toThem.of(promise.what())
        + ", by "
        + time.due(promise.dueAt(), now)
        + (keeper == null ? "" : ". " + keeper.firstName() + " is on it")
        + ".\n";
  }
}
