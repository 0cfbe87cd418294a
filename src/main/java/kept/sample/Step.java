package kept.sample;

import java.time.Instant;
import java.util.List;

/// One line of the story: when, who, in which matter, does what, with what, in which words.
record Step(Instant at, String matter, String who, String verb, List<String> with, String words) {

  /// What stands behind the verb at this place.
  String with(int place) {
    return with.get(place);
  }

  /// The rest of what stands behind the verb, from this place on.
  String rest(int from) {
    return String.join(" ", with.subList(Math.min(from, with.size()), with.size()));
  }

  boolean has(String word) {
    return with.contains(word);
  }
}
