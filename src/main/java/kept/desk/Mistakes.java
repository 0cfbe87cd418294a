package kept.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import kept.platform.Refusal;
import org.jspecify.annotations.Nullable;

/// What is wrong with a form, a sentence for each field, in the order of the fields. For one
/// request and one thread.
final class Mistakes {
  private final Map<String, String> sentences = new LinkedHashMap<>();

  /// Does this for a field; a refusal becomes the field's sentence, and the answer null.
  <T> @Nullable T on(String field, Supplier<T> work) {
    try {
      return work.get();
    } catch (Refusal refused) {
      sentences.putIfAbsent(field, refused.sentence());
      return null;
    }
  }

  void add(String field, String sentence) {
    sentences.putIfAbsent(field, sentence);
  }

  boolean none() {
    return sentences.isEmpty();
  }

  Map<String, String> byField() {
    return sentences;
  }
}
