package kept.team;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import kept.platform.Refusal;

/// The public holidays of a region: `us`, `gb-eng`, `de-by`, by the country's ISO 3166 code and the
/// parts that Jollyday knows; an empty region has none.
///
/// Each year is worked out once in the life of the process. Immutable.
public record Holidays(String region) {
  public static final Holidays NONE = new Holidays("");

  private static final Map<String, Map<LocalDate, String>> YEARS = new ConcurrentHashMap<>();

  /// A region to choose: its code and what people call it.
  public record Region(String code, String name) {}

  /// The region that somebody chose; one that nobody knows is refused.
  public static Holidays in(String chosen) {
    var region = chosen.strip().toLowerCase(Locale.ROOT);
    if (!region.isEmpty() && !isKnown(region))
      throw new Refusal("Choose a region from the list: nobody knows the holidays of that one.");
    return new Holidays(region);
  }

  /// What is celebrated on this day, where the shop is closed unless it says otherwise.
  public Optional<String> on(LocalDate day) {
    if (region.isEmpty()) return Optional.empty();
    var year = YEARS.computeIfAbsent(region + " " + day.getYear(), key -> of(day.getYear()));
    return Optional.ofNullable(year.get(day));
  }

  /// Every country, by name.
  public static List<Region> countries() {
    return HolidayManager.getSupportedCalendarCodes().stream()
        .filter(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2)::contains)
        .map(code -> new Region(
            code.toLowerCase(Locale.ROOT), Locale.of("", code).getDisplayCountry(Locale.US)))
        .sorted(Comparator.comparing(Region::name))
        .toList();
  }

  /// The parts of a country that have holidays of their own, by name.
  public static List<Region> partsOf(String country) {
    return hierarchy(country).getChildren().values().stream()
        .map(part -> new Region(country + "-" + part.getId(), part.getDescription(Locale.US)))
        .sorted(Comparator.comparing(Region::name))
        .toList();
  }

  private Map<LocalDate, String> of(int year) {
    var parts = region.split("-");
    return manager(parts[0])
        .getHolidays(Year.of(year), Arrays.copyOfRange(parts, 1, parts.length))
        .stream()
        .collect(Collectors.toMap(
            Holiday::getDate,
            holiday -> holiday.getDescription(Locale.US).replace('\'', '’'),
            (first, second) -> first));
  }

  private static boolean isKnown(String region) {
    var parts = region.split("-");
    if (countries().stream().noneMatch(country -> country.code().equals(parts[0]))) return false;
    var part = hierarchy(parts[0]);
    for (var id : Arrays.copyOfRange(parts, 1, parts.length)) {
      var child = part.getChildren().get(id);
      if (child == null) return false;
      part = child;
    }
    return true;
  }

  private static CalendarHierarchy hierarchy(String country) {
    return manager(country).getCalendarHierarchy();
  }

  private static HolidayManager manager(String country) {
    return HolidayManager.getInstance(ManagerParameters.create(country));
  }
}
