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
    var words = new StringBuilder(customer.firstName()).append(",\n\n");
    if (!understood.isEmpty()) {
      words.append("What we understood: ").append(understood).append("\n\n");
    }
    if (!open.isEmpty()) words.append("As promised:\n");
    open.forEach(promise -> words.append(line(promise)));
    if (!open.isEmpty()) words.append('\n');
    return words
        .append("If anything here is wrong, tell us.\n\n")
        .append(by.firstName())
        .toString();
  }

  static String question(Customer customer, Agent by) {
    return customer.firstName()
        + ", is it all sorted? One tap tells us, either way.\n\n"
        + by.firstName();
  }

  private String line(Promise promise) {
    var keeper = team.get(promise.keeper());
    return "• "
        + promise.what()
        + ", by "
        + time.due(promise.dueAt(), now)
        + (keeper == null ? "" : ". " + keeper.firstName() + " is on it")
        + ".\n";
  }
}
