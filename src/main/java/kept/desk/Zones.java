package kept.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kept.team.ShopTime;

/// The time zones to choose from, each with what its clocks show now.
final class Zones {
  private static final ZoneId UTC = ZoneId.of("UTC");
  /// Places on the map; the rest of the tz database are old names and fixed offsets.
  private static final Pattern PLACE = Pattern.compile(
      "(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");

  private Zones() {}

  /// All of them by the city's name, with this one chosen.
  static List<Choice> choices(ZoneId chosen, Instant now) {
    return all(chosen)
        .distinct()
        .map(zone -> new Choice(zone.getId(), words(zone, now), zone.equals(chosen)))
        .sorted(Comparator.comparing(Choice::words))
        .toList();
  }

  /// The zone of the machine that we run on, which mostly stands in the shop.
  static ZoneId guess() {
    return ZoneId.systemDefault();
  }

  /// One of those to choose from while this one is set.
  static Optional<ZoneId> find(String id, ZoneId set) {
    return all(set).filter(zone -> zone.getId().equals(id)).findFirst();
  }

  /// The one that is set may be no place: a fixed offset, or the machine's own.
  private static Stream<ZoneId> all(ZoneId set) {
    var places = ZoneId.getAvailableZoneIds().stream()
        .filter(id -> PLACE.matcher(id).matches())
        .map(ZoneId::of);
    return Stream.concat(places, Stream.of(UTC, set));
  }

  private static String words(ZoneId zone, Instant now) {
    var id = zone.getId().replace('_', ' ');
    var slash = id.lastIndexOf('/');
    var region = slash < 0 ? "" : ", " + id.substring(0, slash).replace("/", ", ");
    return id.substring(slash + 1) + region + " (" + new ShopTime(zone).time(now) + " now)";
  }
}
