package kept.frontdoor;

import java.util.List;

/// What happens to whoever rings while the shop is open: waves of people whose phones ring, one
/// after another, each joining those before; then what is left when nobody could. There are no
/// keys: whoever presses nothing reaches a person (law 6).
///
/// @param knownFirst whoever talked with this customer last rings alone for the first five seconds,
/// if they are free
public record Plan(boolean knownFirst, List<Wave> waves, Overflow overflow) {
  public Plan {
    waves = List.copyOf(waves);
  }
}
