package kept.desk;

import java.util.List;

/// What we promised somebody, as a line across the years with us.
///
/// Each promise is an arc from when it was said to its knot: kept, kept late, broken and still
/// open, running, or let go. `summary` and `facts` say the same aloud.
public record YearsLine(List<Drawing> drawings, String summary, List<String> facts) {

  /// The line at one width, drawn by the server so that its words keep their size.
  public record Drawing(
      Size size,
      List<Words> years,
      List<Arc> arcs,
      List<Integer> talks,
      List<Knot> knots,
      List<Words> labels) {}

  public enum Size {
    WIDE(760, 5),
    NARROW(326, 2);

    private final int width;
    private final int labels;

    Size(int width, int labels) {
      this.width = width;
      this.labels = labels;
    }

    public int width() {
      return width;
    }

    /// How many promises are named.
    int labels() {
      return labels;
    }

    public String css() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// Words at a place, which hang from their start, middle or end.
  public record Words(String words, int x, int y, String anchor, String css) {}

  public record Arc(String path, String css) {}

  public record Knot(int x, double radius, String css) {}
}
