package kept.desk;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kept.frontdoor.Path;
import kept.team.Agent;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// Every way through a front door at one width, ready to be written as SVG: time runs to the right,
/// and each way ends at a face or at a knot.
public record PathsDrawing(
    Size size,
    int height,
    int ground,
    @Nullable Hello hello,
    List<Tick> ticks,
    List<Strand> strands,
    List<Cap> caps,
    List<Who> faces,
    List<Knot> knots,
    List<Label> labels) {

  /// The three widths. `most` is how wide a second may be, `room` what the words of the last one
  /// need behind it, `letter` how wide a letter is.
  public enum Size {
    WIDE(1126, 14, 21, 400, 6.4),
    MID(740, 12, 11, 300, 6.4),
    NARROW(358, 13, 4.7, 150, 7.6);

    final int width;
    final int left;
    final double most;
    final int room;
    final double letter;

    Size(int width, int left, double most, int room, double letter) {
      this.width = width;
      this.left = left;
      this.most = most;
      this.room = room;
      this.letter = letter;
    }

    public int width() {
      return width;
    }

    public String css() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public record Hello(String x, String width, String words) {}

  public record Tick(String x, String words, String anchor) {}

  /// `may` is a way that only some go.
  public record Strand(String path, String width, boolean may) {}

  public record Cap(String x, String textX, int y, String digit) {}

  public record Who(String x, String textX, int y, int hue, String initials) {}

  public record Knot(String x, int y) {}

  /// Words behind an end; the second ones only where there is room.
  public record Label(String x, int y, String words, String more) {}

  /// Draws ways that are open above those that are shut.
  static PathsDrawing of(Size size, List<Path> paths, Duration hello, Map<AgentId, Agent> team) {
    return new PathsPen(size, paths, team).draw(hello);
  }
}
