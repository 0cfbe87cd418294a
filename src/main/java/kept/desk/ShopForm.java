package kept.desk;

import java.util.List;

/// The shop's name, zone and week, as a form shows them.
public record ShopForm(String name, List<Choice> zones, List<Day> week) {

  /// One weekday: `key` is `monday`, `words` is "Monday"; both times empty where the shop is
  /// closed.
  public record Day(String key, String words, String opens, String closes) {}
}
