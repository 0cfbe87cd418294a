package kept.recaps;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

  /// For a text, where every letter counts; its link follows.
  String text(Customer customer, Agent by, String understood, List<Promise> open) {
    var said = briefly(customer, understood, open);
    return (customer.firstName() + ", " + lowered(said) + " " + by.firstName()).strip();
  }

  /// "As promised: swap your cracked TV by 5:00 pm, Tomás is on it."
  String briefly(Customer customer, String understood, List<Promise> open) {
    if (open.isEmpty()) return understood.isBlank() ? "" : "We understood: " + understood.strip();
    var toThem = AddressedWords.to(customer);
    return open.stream()
        .map(promise -> brief(promise, toThem))
        .collect(Collectors.joining("; ", "As promised: ", "."));
  }

  private String brief(Promise promise, AddressedWords toThem) {
    var keeper = team.get(promise.keeper());
    return lowered(toThem.of(promise.what())) + " by " + time.due(promise.dueAt(), now)
        + (keeper == null ? "" : ", " + keeper.firstName() + " is on it");
  }

  /// "RMA the set" keeps its capitals.
  private static String lowered(String words) {
    if (words.length() < 2 || Character.isUpperCase(words.charAt(1))) return words;
    return Character.toLowerCase(words.charAt(0)) + words.substring(1);
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
