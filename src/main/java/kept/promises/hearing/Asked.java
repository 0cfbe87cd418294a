package kept.promises.hearing;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import kept.platform.Refusal;
import kept.team.OpeningHours;
import org.jspecify.annotations.Nullable;

/// What a program asks to be heard, as it wrote it: only `text` has to be there.
public record Asked(
    String text,
    @Nullable String previous,
    @Nullable String at,
    @Nullable String zone,
    @Nullable String hours) {

  /// With usual hours where none are given: Monday to Friday, nine to five.
  public Said said() {
    return said(WrittenHours.usual(ZoneId.of("UTC")));
  }

  public Said said(OpeningHours otherwise) {
    var where = zone == null ? otherwise.zone() : zone(zone);
    var open = hours == null
        ? new OpeningHours(where, otherwise.spans(), otherwise.specialDays(), otherwise.holidays())
        : WrittenHours.read(hours, where);
    return new Said(text, previous, at == null ? null : at(at), open);
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new Refusal("There is no time zone \"" + name + "\"; one is Europe/London.");
    }
  }

  private static LocalDateTime at(String words) {
    try {
      return LocalDateTime.parse(words);
    } catch (DateTimeException e) {
      throw new Refusal("\"" + words + "\" has to be a local time like 2026-03-04T15:10.");
    }
  }
}
