package kept.desk;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;

/// Today's promises hung on one axis from opening to closing, drawn three times: for a desk, a
/// tablet and a phone.
///
/// The pictures are geometry only; the same facts stand beside them as a list for those who do not
/// see pictures.
public record DayLine(List<DayDrawing> drawings, String summary, List<String> facts) {

  /// The day in the shop's own time, and how its clock reads now.
  public record Day(
      LocalDateTime opens, LocalDateTime closes, LocalDateTime now, String nowWords) {}

  /// How a promise of today stands, as the style sheet knows it.
  public enum Knot {
    KEPT,
    OPEN,
    DUE,
    BROKEN
  }

  /// One promise on the line: `label` is short ("2:45 Rosa"), `words` is for reading aloud.
  public record Strand(
      LocalDateTime said, LocalDateTime due, Knot knot, String label, String words) {}

  private static final int CROWDED = 12;
  private static final int LABELS_WHEN_CROWDED = 4;

  public static DayLine of(Day day, List<Strand> strands) {
    var inOrder = strands.stream().sorted(Comparator.comparing(Strand::due)).toList();
    var most = strands.size() > CROWDED ? LABELS_WHEN_CROWDED : 6;
    var drawings = List.of(
        DayDrawing.of(DayDrawing.Size.WIDE, day, inOrder, most),
        DayDrawing.of(DayDrawing.Size.MID, day, inOrder, Math.min(most, 4)),
        DayDrawing.of(DayDrawing.Size.NARROW, day, inOrder, 2));
    return new DayLine(
        drawings, summary(inOrder), inOrder.stream().map(Strand::words).toList());
  }

  static String keptWords(List<Strand> strands) {
    var kept = strands.stream().filter(each -> each.knot() == Knot.KEPT).count();
    return kept == 0 ? "" : kept + " kept";
  }

  private static String summary(List<Strand> strands) {
    if (strands.isEmpty()) return "Nothing promised for today.";
    return strands.size() == 1
        ? "The promise of today"
        : "Today’s " + strands.size() + " promises, in order of their hour";
  }
}
