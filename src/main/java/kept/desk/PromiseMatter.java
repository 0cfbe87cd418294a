package kept.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kept.conversations.Conversation;
import kept.conversations.Conversations;
import kept.conversations.Row;
import kept.conversations.Which;
import kept.customers.CustomerId;

/// Which matter of somebody a promise by hand belongs to: the one that was chosen, else the only
/// one that is open, else a new one. Of several open ones somebody has to choose; one that they
/// called sorted takes no promise.
///
/// `chosen` is a conversation's id, `new`, or empty.
record PromiseMatter(List<Conversation> open, String chosen) {
  static final String NEW = "new";
  private static final int MOST = 40;

  static PromiseMatter of(Conversations conversations, CustomerId customer, PromiseForm.To to) {
    var which = new Which(Which.Group.OPEN, null, customer, null);
    var open =
        conversations.list(which, null, MOST).stream().map(Row::conversation).toList();
    return new PromiseMatter(open, to.chosenMatter());
  }

  /// Where it is to stand, unless that is a new one or not known.
  Optional<Conversation> here() {
    if (chosen.isEmpty()) return open.size() == 1 ? Optional.of(open.getFirst()) : Optional.empty();
    return open.stream().filter(this::isChosen).findFirst();
  }

  boolean isNew() {
    return chosen.equals(NEW) || open.isEmpty();
  }

  boolean isUnsure() {
    return !isNew() && here().isEmpty();
  }

  /// As the sentence says it: "about “Fridge quote”".
  String words() {
    if (isUnsure()) return "About which matter?";
    return here().map(one -> "about “" + one.matter() + "”").orElse("as a new matter");
  }

  String question() {
    return chosen.isEmpty()
        ? Counted.atStart(open.size()) + " matters of theirs are open. Which one is it about?"
        : "That matter is no longer open. Which one is it about?";
  }

  List<Choice> choices() {
    var choices = new ArrayList<Choice>();
    if (isUnsure()) choices.add(new Choice("", "Choose a matter", true));
    for (var one : open)
      choices.add(new Choice(
          one.id().toString(), one.matter(), here().filter(one::equals).isPresent()));
    choices.add(new Choice(NEW, "Something new", isNew()));
    return choices;
  }

  /// The same for whoever compares what was shown.
  String print() {
    return isUnsure() ? "" : here().map(one -> one.id().toString()).orElse(NEW);
  }

  private boolean isChosen(Conversation one) {
    return one.id().toString().equals(chosen);
  }
}
