package kept.desk;

import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kept.platform.Limit;
import kept.platform.Refusal;
import kept.team.AgentId;
import kept.team.Business;
import kept.team.OpeningHours;
import kept.team.Shop;

/// The form of the shop's name, zone and week, as the first steps and the settings show it.
final class ShopForms {
  private static final Limit NAME = new Limit(120, "Use a shorter name.");

  /// The shop's colour on customers' pages until it chooses another.
  private static final int FIRST_HUE = 255;

  private final Shop shop;
  private final InstantSource clock;

  ShopForms(Shop shop, InstantSource clock) {
    this.shop = shop;
    this.clock = clock;
  }

  /// A shop as the form says it is.
  record Said(String name, ZoneId zone, Map<DayOfWeek, List<OpeningHours.Span>> week) {
    /// What nobody typed here stays as it is.
    Business business(Optional<Business> before) {
      return before
          .map(now -> now.named(name, zone))
          .orElseGet(() -> new Business(name, zone, null, null, FIRST_HUE));
    }
  }

  /// The form as the shop is now; what most shops are before it is known.
  ShopForm shown() {
    var business = shop.find();
    var week = business.isEmpty() ? Week.usual() : Week.of(shop.hours().spans());
    var name = business.map(Business::name).orElse("");
    return new ShopForm(name, choices(zone()), business.isEmpty(), form(week), mark());
  }

  /// The form as it was typed.
  ShopForm shown(Form typed) {
    var zone = Zones.find(typed.text("zone"), zone()).orElseGet(this::zone);
    return new ShopForm(typed.text("name"), choices(zone), false, form(Week.typed(typed)), mark());
  }

  /// What was typed, if it can be so; mistakes say what cannot.
  Optional<Said> read(Form typed, Mistakes mistakes) {
    var name = typed.text("name");
    if (name.isEmpty()) mistakes.add("name", "Enter the name on the sign.");
    mistakes.on("name", () -> NAME.check(name));
    var zone = mistakes.on(
        "zone",
        () -> Zones.find(typed.text("zone"), zone())
            .orElseThrow(() -> new Refusal("Choose the zone that the shop’s clock shows.")));
    var week = Week.typed(typed).spans(mistakes);
    if (zone == null || !mistakes.none()) return Optional.empty();
    return Optional.of(new Said(name, zone, week));
  }

  /// Whether somebody saved something else since this form was made.
  boolean isStale(Form typed, Said said) {
    var seen = typed.text("mark");
    return !seen.isEmpty()
        && !seen.equals(mark())
        && !mark(said.name, said.zone, said.week).equals(mark());
  }

  /// Holidays and days of their own stay as they are.
  void save(AgentId by, Said said) {
    shop.set(by, said::business, before -> before.in(said.zone, said.week));
  }

  private ZoneId zone() {
    return shop.find().map(Business::zone).orElseGet(Zones::guess);
  }

  private String mark() {
    return shop.find()
        .map(now -> mark(now.name(), now.zone(), shop.hours().spans()))
        .orElse("");
  }

  private static String mark(
      String name, ZoneId zone, Map<DayOfWeek, List<OpeningHours.Span>> week) {
    var state = name + zone + Week.of(week).form("", "").days();
    return Integer.toHexString(state.hashCode());
  }

  private static WeekForm form(Week week) {
    return week.form("Open", "Closed");
  }

  private List<Choice> choices(ZoneId chosen) {
    return Zones.choices(chosen, clock.instant());
  }
}
