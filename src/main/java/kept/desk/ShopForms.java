package kept.desk;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import kept.platform.Refusal;
import kept.team.Business;
import kept.team.OpeningHours;
import kept.team.Shop;

/// The form of the shop's name, zone and week, as the first steps and the settings show it.
final class ShopForms {
  /// The shop's colour on customers' pages until it chooses another.
  private static final int FIRST_HUE = 255;

  private final Shop shop;
  private final InstantSource clock;

  ShopForms(Shop shop, InstantSource clock) {
    this.shop = shop;
    this.clock = clock;
  }

  /// A shop as the form says it is.
  record Said(Business business, OpeningHours hours) {}

  /// The form as the shop is now; what most shops are before it is known.
  ShopForm shown() {
    var business = shop.find();
    var zone = business.map(Business::zone).orElseGet(Zones::guess);
    var week = business.isEmpty() ? Week.usual() : Week.of(shop.hours());
    var name = business.map(Business::name).orElse("");
    return new ShopForm(name, choices(zone), business.isEmpty(), week.rows());
  }

  /// The form as it was typed.
  ShopForm shown(Form typed) {
    var zone = Zones.find(typed.text("zone")).orElseGet(Zones::guess);
    return new ShopForm(
        typed.text("name"), choices(zone), false, Week.typed(typed).rows());
  }

  /// What was typed, if it can be so; mistakes say what cannot.
  Optional<Said> read(Form typed, Mistakes mistakes) {
    var name = typed.text("name");
    if (name.isEmpty()) mistakes.add("name", "Enter the name on the sign.");
    var zone = mistakes.on(
        "zone",
        () -> Zones.find(typed.text("zone"))
            .orElseThrow(() -> new Refusal("Choose the zone that the shop’s clock shows.")));
    if (zone == null) return Optional.empty();
    var hours = Week.typed(typed).hours(zone, mistakes);
    if (!mistakes.none()) return Optional.empty();
    var before = shop.find();
    var business = new Business(
        name,
        zone,
        before.map(Business::email).orElse(null),
        before.map(Business::phone).orElse(null),
        before.map(Business::hue).orElse(FIRST_HUE));
    return Optional.of(new Said(business, hours));
  }

  private List<Choice> choices(ZoneId chosen) {
    return Zones.choices(chosen, clock.instant());
  }
}
