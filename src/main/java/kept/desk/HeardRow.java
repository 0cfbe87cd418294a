package kept.desk;

/// A promise that was heard in what is being written, offered to be made.
///
/// `name` is what a button sends back; `due` is a local date and time, empty when none was told;
/// `start` and `end` are where its words stand. `button` as "Promise 4:00 pm".
public record HeardRow(
    String name,
    String words,
    String what,
    String kind,
    String due,
    String button,
    int start,
    int end) {
  public boolean isDated() {
    return !due.isEmpty();
  }
}
