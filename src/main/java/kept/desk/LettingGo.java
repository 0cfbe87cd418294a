package kept.desk;

import java.util.List;
import java.util.Optional;
import kept.platform.Refusal;
import org.jspecify.annotations.Nullable;

/// Letting a promise go, as somebody chose and typed it: what is written down is what they said.
record LettingGo(String reason, String words) {
  private static final List<Choice> REASONS = List.of(
      new Choice("customer", "They let us off", false),
      new Choice("void", "It no longer applies", false));

  static LettingGo in(Form form) {
    return new LettingGo(form.text("reason"), form.text("words"));
  }

  /// The chosen reason, with their words behind it.
  String said() {
    var chosen = chosen()
        .orElseThrow(() -> new Refusal("Choose why this promise no longer holds."))
        .words();
    return words.isEmpty() ? chosen : chosen + ": " + words;
  }

  PromisePage.LetGo form(@Nullable String error) {
    return new PromisePage.LetGo(REASONS, words, error);
  }

  private Optional<Choice> chosen() {
    return REASONS.stream().filter(choice -> choice.value().equals(reason)).findFirst();
  }
}
