package kept.promises.hearing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import kept.team.OpeningHours;

/// The lines in `src/test/resources/hearing`, and the Wednesday afternoon on which ours are said.
final class Lines {
  static final LocalDateTime WEDNESDAY = LocalDateTime.parse("2026-03-04T15:10");
  static final OpeningHours HOURS =
      WrittenHours.read("Mon-Fri 08:00-17:00, Sat 09:00-13:00", ZoneId.of("Europe/London"));

  private Lines() {}

  static List<String> of(String name) throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/hearing", name));
  }

  static List<Heard> heard(String text) {
    return Hearing.english().hear(new Said(text, null, WEDNESDAY, HOURS));
  }

  static List<Heard> heard(String previous, String text) {
    return Hearing.english().hear(new Said(text, previous, WEDNESDAY, HOURS));
  }
}
