package kept.visitor;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What we promised, said by us: "Swap your TV" alone would be an order, so it is "We’ll swap your
/// TV". What does not begin with a verb ("A new TV at your door") follows a colon as it is. Pure.
record OurWords(String what) {
  private static final Set<String> NO_VERB = Set.of(
      "a", "an", "the", "your", "you", "our", "my", "his", "her", "their", "this", "that", "these",
      "some", "new", "free", "no", "one", "two", "three", "four", "five", "six", "it", "they",
      "we");

  /// "Delivery of both ovens", "Replacement for the lamp": nouns that a verb hides in.
  private static final Pattern NOUN =
      Pattern.compile("(?:de|re)livery|.{3,}(?:tion|sion|ment|ance|ness|ing|als?)");

  /// "bring", "deal" and the like end as those nouns do.
  private static final Pattern VERB =
      Pattern.compile("(?:re|over)?(?:bring|ring|sing|string|swing|deal|heal|seal|steal|reveal)"
          + "|mention|question|position|caution|auction|cement|implement|document|complement"
          + "|supplement|finance|balance|advance|enhance|glance|witness|harness|signal|total");

  private static final Pattern NOT = Pattern.compile("(?i)(?:do not|don[’']t|not)\\s+(?=\\S)");

  /// "We’ll swap your TV", "We won’t charge you".
  String will() {
    return said("We’ll ", "We won’t ", "We promised: ");
  }

  /// "We said we’d swap your TV".
  String would() {
    return said("We said we’d ", "We said we wouldn’t ", "We promised: ");
  }

  private String said(String so, String not, String plain) {
    var negation = NOT.matcher(what);
    if (negation.lookingAt()) return not + what.substring(negation.end());
    return beginsWithVerb() ? so + lowered() : plain + what;
  }

  private boolean beginsWithVerb() {
    var first = what.split("[^\\p{L}’'-]", 2)[0].toLowerCase(Locale.ROOT);
    if (first.isEmpty() || NO_VERB.contains(first)) return false;
    return VERB.matcher(first).matches() || !NOUN.matcher(first).matches();
  }

  /// "RMA the set" keeps its capitals.
  private String lowered() {
    if (what.length() > 1 && Character.isUpperCase(what.charAt(1))) return what;
    return what.substring(0, 1).toLowerCase(Locale.ROOT) + what.substring(1);
  }

  /// As a sentence of its own: what ends with a question mark gets no full stop behind it.
  static String ended(String words) {
    return words.strip().matches("(?s).*[.!?…][”’\")]?") ? words.strip() : words.strip() + ".";
  }
}
