package kept.promises.hearing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which verb a word is, in which form: "sending" is "send" in its `DOING`.
final class Forms {
  private record Shape(String word, Form form) {}

  private final Map<Shape, Set<String>> plainBy = new HashMap<>();

  Forms(List<String> irregular, Iterable<String> verbs) {
    var known = new HashSet<String>();
    for (var line : irregular) {
      var words = line.split(" ");
      known.add(words[0]);
      add(words[0], words[1], words[2], words[3], words[4]);
    }
    for (var word : List.of("am", "are", "'s")) put(word, Form.THIRD, "be");
    for (var verb : verbs) if (known.add(verb)) addRegular(verb);
  }

  Set<String> plain(String word, Form form) {
    return plainBy.getOrDefault(new Shape(word, form), Set.of());
  }

  boolean is(String word, Form form) {
    return plainBy.containsKey(new Shape(word, form));
  }

  private void addRegular(String verb) {
    var mute = verb.endsWith("e") && !verb.endsWith("ee");
    var stem = mute ? verb.substring(0, verb.length() - 1) : verb;
    var third = verb.matches(".*(s|x|z|ch|sh|o)$") ? verb + "es" : verb + "s";
    var past = stem + "ed";
    if (verb.matches(".*[^aeiou]y$")) {
      third = verb.substring(0, verb.length() - 1) + "ies";
      past = verb.substring(0, verb.length() - 1) + "ied";
    }
    add(verb, third, stem + "ing", past, past);
  }

  private void add(String plain, String third, String doing, String past, String done) {
    put(plain, Form.PLAIN, plain);
    put(third, Form.THIRD, plain);
    put(doing, Form.DOING, plain);
    put(past, Form.DONE, plain);
    put(done, Form.DONE, plain);
  }

  private void put(String word, Form form, String plain) {
    plainBy.computeIfAbsent(new Shape(word, form), _ -> new HashSet<>()).add(plain);
  }
}
