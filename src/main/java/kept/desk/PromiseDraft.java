package kept.desk;

import java.util.List;

/// A promise about to be made: what (it starts with a verb), its kind, by when, and who keeps it.
///
/// It is sent as `promise` (on once the part is open), `promise_what`, `promise_kind`,
/// `promise_when` (one of the ready times, or `other`), `promise_due` (a local date and time, read
/// only with `other`) and `promise_keeper`. A keeper is offered with who hears next: "Tomás, then
/// Edie".
public record PromiseDraft(
    boolean open,
    String what,
    List<Choice> kinds,
    List<Choice> times,
    String due,
    List<Choice> keepers) {

  /// True once a time of one's own is wanted.
  public boolean otherTime() {
    return times.stream().noneMatch(Choice::chosen);
  }
}
