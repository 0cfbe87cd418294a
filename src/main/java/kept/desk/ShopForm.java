package kept.desk;

import java.util.List;

/// The shop's name, zone and week, as a form shows them. A `guessed` zone gives way to the one that
/// the browser keeps.
public record ShopForm(String name, List<Choice> zones, boolean guessed, List<Day> week) {

  /// One weekday: `key` is `monday`, `words` is "Monday"; both times empty where the shop is
  /// closed.
  public record Day(String key, String words, String opens, String closes) {}
}
