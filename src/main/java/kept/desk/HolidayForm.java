package kept.desk;

import java.util.List;
import java.util.stream.Stream;
import kept.team.Holidays;
import org.jspecify.annotations.Nullable;

/// A choice of public holidays, as a form has it: a country, and a part of it where it has parts.
record HolidayForm(String country, String part) {
  static HolidayForm of(Holidays holidays) {
    var region = holidays.region();
    var dash = region.indexOf('-');
    return dash < 0
        ? new HolidayForm(region, "")
        : new HolidayForm(region.substring(0, dash), region);
  }

  static HolidayForm typed(@Nullable String country, @Nullable String part) {
    var chosen = country == null ? "" : country.strip();
    var within = part != null && part.startsWith(chosen + "-") ? part : "";
    return new HolidayForm(chosen, chosen.isEmpty() ? "" : within);
  }

  /// What they amount to; a region that nobody knows is refused.
  Holidays holidays() {
    return Holidays.in(part.isEmpty() ? country : part);
  }

  HoursParts.PublicDays page(HoursWords words, boolean unsaved, @Nullable String error) {
    return new HoursParts.PublicDays(
        countries(),
        error == null ? parts() : List.of(),
        error == null ? words.coming(holidays()) : List.of(),
        unsaved,
        error);
  }

  private List<Choice> countries() {
    return choices("No public holidays", Holidays.countries(), country);
  }

  private List<Choice> parts() {
    if (country.isEmpty()) return List.of();
    var parts = Holidays.partsOf(country);
    return parts.isEmpty() ? List.of() : choices("All of it", parts, part);
  }

  private static List<Choice> choices(String none, List<Holidays.Region> regions, String chosen) {
    return Stream.concat(
            Stream.of(new Choice("", none, chosen.isEmpty())),
            regions.stream()
                .map(each -> new Choice(each.code(), each.name(), each.code().equals(chosen))))
        .toList();
  }
}
