package kept.line.sip;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a shop lets its phones dial: prefixes of E.164 without the plus; the longest that fits
/// decides.
///
/// `allowed` and `barred` are prefixes (`44` allowed, `4470` barred). `centsAMinute` is what the
/// trunk charges by prefix. `emergency` are the numbers as they are dialled (`112`, `911`).
/// `centsSpent` is what was spent of a day's `centsADay` before the line was opened today.
public record TollRules(
    Set<String> allowed,
    Set<String> barred,
    Set<String> emergency,
    Map<String, Integer> centsAMinute,
    int centsADay,
    long centsSpent,
    int callsAMinute) {

  /// Nothing may be dialled but these emergency numbers.
  public static TollRules none(Set<String> emergency) {
    return new TollRules(Set.of(), Set.of(), emergency, Map.of(), 0, 0, 0);
  }

  public TollRules {
    allowed = Set.copyOf(allowed);
    barred = Set.copyOf(barred);
    emergency = Set.copyOf(emergency);
    centsAMinute = Map.copyOf(centsAMinute);
  }

  boolean allows(String digits) {
    var allowing = longest(allowed, digits).map(String::length).orElse(0);
    var barring = longest(barred, digits).map(String::length).orElse(0);
    return allowing > barring;
  }

  Optional<Integer> price(String digits) {
    return longest(centsAMinute.keySet(), digits).map(centsAMinute::get);
  }

  private static Optional<String> longest(Set<String> prefixes, String digits) {
    for (var length = digits.length(); length > 0; length--) {
      var prefix = digits.substring(0, length);
      if (prefixes.contains(prefix)) return Optional.of(prefix);
    }
    return Optional.empty();
  }
}
