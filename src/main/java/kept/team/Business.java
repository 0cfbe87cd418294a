package kept.team;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// The company that runs this installation: its name, where its clock hangs, how people reach it.
///
/// `hue` (0 to 359) is the shop's colour on customers' pages. Without an `email` any recipient is
/// taken.
public record Business(
    String name,
    ZoneId zone,
    @Nullable String email,
    @Nullable String phone,
    int hue) {

  /// The same shop with another address to write to.
  Business at(@Nullable String address) {
    return new Business(name, zone, address, phone, hue);
  }

  /// The same shop under another name, with its clock elsewhere.
  public Business named(String sign, ZoneId place) {
    return new Business(sign, place, email, phone, hue);
  }

  /// The letter on the shop's sign.
  public String initial() {
    return name.strip().substring(0, 1);
  }
}
