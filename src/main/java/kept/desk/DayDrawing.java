package kept.desk;

import static kept.promises.StringShape.n;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kept.desk.DayLine.Day;
import kept.desk.DayLine.Knot;
import kept.desk.DayLine.Strand;

/// The day's line at one width, ready to be written as SVG. Everything outside opening hours
/// gathers at its edge.
public record DayDrawing(
    Size size, List<Hour> hours, List<Arc> arcs, List<Dot> dots, List<Label> labels, Now now) {

  /// The three widths; `depth` is how far a string of an hour hangs lower than one of no time.
  public enum Size {
    WIDE(1060, 138, 40, 12, 19, 144, 2),
    MID(740, 132, 40, 12, 19, 132, 2),
    NARROW(358, 112, 30, 6, 14, 112, 5);

    private final int width;
    private final int height;
    private final int axis;
    private final int margin;
    private final int depth;
    private final int deepest;
    private final int hoursApart;

    Size(int width, int height, int axis, int margin, int depth, int deepest, int hoursApart) {
      this.width = width;
      this.height = height;
      this.axis = axis;
      this.margin = margin;
      this.depth = depth;
      this.deepest = deepest;
      this.hoursApart = hoursApart;
    }

    public int width() {
      return width;
    }

    public int height() {
      return height;
    }

    public int axis() {
      return axis;
    }

    public int foot() {
      return height - 20;
    }

    public String radius() {
      return this == NARROW ? "4.5" : "5.5";
    }

    public String css() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public record Hour(String x, String textX, String anchor, String words) {}

  public record Arc(String css, String path) {}

  public record Dot(String css, String x) {}

  /// Words above the line; `x` is their middle.
  public record Label(String css, String x, String words) {}

  public record Now(String x, String pillX, String textX, String words) {}

  static DayDrawing of(Size size, Day day, List<Strand> strands, int mostLabels) {
    var scale = new Scale(size, day);
    var arcs = strands.stream().map(each -> scale.arc(each)).toList();
    var dots = strands.stream()
        .map(each -> new Dot(css(each.knot()), n(scale.x(each.due()))))
        .toList();
    var labels = DayLabels.of(size, strands, scale::x, mostLabels);
    return new DayDrawing(size, scale.hours(), arcs, dots, labels, scale.now());
  }

  static String css(Knot knot) {
    return knot.name().toLowerCase(Locale.ROOT);
  }

  /// From the shop's hours to places on the axis.
  private record Scale(Size size, Day day) {

    private static final int PILL = 42;

    double x(LocalDateTime at) {
      return Math.clamp(unclamped(at), 0, size.width);
    }

    Arc arc(Strand strand) {
      var from = x(strand.said());
      var to = x(strand.due());
      var run = Math.max(0, hoursBetween(strand.said(), strand.due()));
      var low = size.axis + Math.min(size.deepest, size.margin + 12 + size.depth * run);
      var axis = n(size.axis);
      var path = "M" + n(from) + "," + axis + "Q" + n((from + to) / 2) + "," + n(low) + " " + n(to)
          + "," + axis;
      return new Arc(css(strand.knot()), path);
    }

    List<Hour> hours() {
      var first = day.opens().truncatedTo(ChronoUnit.HOURS);
      if (first.isBefore(day.opens())) first = first.plusHours(1);
      var apart = Math.max(size.hoursApart, (int) Math.ceil(open() / (12.0 / size.hoursApart)));
      var hours = new ArrayList<Hour>();
      for (var at = first; !at.isAfter(day.closes()); at = at.plusHours(apart))
        hours.add(hour(at, hours.isEmpty()));
      return List.copyOf(hours);
    }

    Now now() {
      var x = x(day.now());
      var pill = Math.clamp(x - PILL / 2.0, 0, size.width - PILL);
      return new Now(n(x), n(pill), n(pill + PILL / 2.0), day.nowWords());
    }

    private Hour hour(LocalDateTime at, boolean first) {
      var x = x(at);
      var last = x > size.width - 24;
      if (x < 24) return new Hour(n(x), "0", "start", words(at, true));
      if (last) return new Hour(n(x), n(size.width), "end", words(at, true));
      return new Hour(
          n(x),
          n(x),
          "middle",
          words(at, first || at.getHour() / 12 != at.minusHours(2).getHour() / 12));
    }

    /// "8 am", "10", "noon", "2 pm", "4": the half of the day is said where it changes.
    private static String words(LocalDateTime at, boolean withHalf) {
      var hour = at.getHour();
      if (hour == 12) return "noon";
      if (hour == 0) return "midnight";
      var half = hour < 12 ? " am" : " pm";
      return hour % 12 + (withHalf || hour == 13 || hour == 14 ? half : "");
    }

    private double unclamped(LocalDateTime at) {
      var usable = size.width - 2.0 * size.margin;
      return size.margin + usable * hoursBetween(day.opens(), at) / open();
    }

    private double open() {
      return Math.max(1, hoursBetween(day.opens(), day.closes()));
    }

    private static double hoursBetween(LocalDateTime from, LocalDateTime to) {
      return Duration.between(from, to).toMinutes() / 60.0;
    }
  }
}
