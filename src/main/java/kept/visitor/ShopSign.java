package kept.visitor;

import org.jspecify.annotations.Nullable;

/// The shop as a customer knows it: its name, the letter and colour of its sign, how to reach it.
///
/// The hue (0 to 359) falls into one of 24, so that no style attribute is needed.
public record ShopSign(
    String name,
    String initial,
    int hue,
    @Nullable String email,
    @Nullable String phone) {

  public int hueBucket() {
    return Math.floorMod(hue, 360) / 15 * 15;
  }
}
