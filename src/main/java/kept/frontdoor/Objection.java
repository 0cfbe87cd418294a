package kept.frontdoor;

import org.jspecify.annotations.Nullable;

/// Why a plan may not be used, in a sentence, and one step out of it where there is one.
public record Objection(String sentence, @Nullable WayOut wayOut) {
  /// What could be done instead, in a few words, and the plan that it makes.
  public record WayOut(String words, Plan plan) {}
}
