package kept.desk;

import static kept.desk.GalleryCast.strand;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kept.desk.DayDrawing.Label;
import kept.desk.DayDrawing.Size;
import kept.desk.DayLine.Day;
import kept.desk.DayLine.Knot;
import kept.desk.DayLine.Strand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DayLineTest {

  @Test
  void drawsTheDayOfTheMockUps() {
    var wide = drawing(DayLine.of(GalleryCast.day(), GalleryCast.strands()), Size.WIDE);

    assertThat(wide.hours())
        .extracting(DayDrawing.Hour::words)
        .containsExactly("8 am", "10", "noon", "2 pm", "4", "6 pm");
    assertThat(wide.now().x()).isEqualTo("675");
    assertThat(wide.labels())
        .extracting(Label::words)
        .containsExactly(
            "6 kept so far today",
            "2:45 Rosa",
            "2:58 Marcus",
            "4:00 Amir",
            "5:00 Chuck",
            "5:30 Okafor");
  }

  @Test
  void hangsNothingOnADayWithoutPromises() {
    var line = DayLine.of(GalleryCast.day(), List.of());

    assertThat(line.summary()).isEqualTo("Nothing promised for today.");
    assertThat(line.facts()).isEmpty();
    assertThat(line.drawings()).allSatisfy(each -> assertThat(each.arcs()).isEmpty());
  }

  @ParameterizedTest
  @EnumSource(Size.class)
  void namesOnlyTheNextFourOnACrowdedDay(Size size) {
    var line = DayLine.of(GalleryCast.day(), GalleryCast.fiftyStrands());

    var named =
        drawing(line, size).labels().stream().filter(label -> !label.css().equals("kept"));

    assertThat(named).hasSizeBetween(1, 4);
    assertThat(line.facts()).hasSize(50);
  }

  @ParameterizedTest
  @EnumSource(Size.class)
  void putsNoLabelOverAnother(Size size) {
    var labels =
        drawing(DayLine.of(GalleryCast.day(), GalleryCast.strands()), size).labels();

    for (var i = 1; i < labels.size(); i++) {
      var gap = start(labels.get(i)) - end(labels.get(i - 1));
      assertThat(gap).as(labels.get(i - 1) + " and " + labels.get(i)).isGreaterThan(4);
    }
    assertThat(labels).allSatisfy(label -> assertThat(start(label)).isGreaterThanOrEqualTo(-1));
  }

  @Test
  void keepsRoomForWordsThatStayAsLargeWhereThePhoneIsNarrower() {
    var strands = List.of(
        strand(9, 15, Knot.OPEN, "3:00 Bartholomew"), strand(9, 16, Knot.OPEN, "4:00 Wilma"));

    var labels = drawing(DayLine.of(GalleryCast.day(), strands), Size.NARROW).labels();

    // At 320 px the drawing is four fifths as wide, and a letter takes a quarter more of it.
    var grown = 1.25 * 6.1;
    var between = x(labels.get(1)) - x(labels.get(0));
    assertThat(between).isGreaterThan((16 + 10) * grown / 2);
  }

  @ParameterizedTest
  @EnumSource(Size.class)
  void namesWhatBrokeBeforeOpeningOneBesideTheOther(Size size) {
    var broken =
        IntStream.range(0, 5).mapToObj(i -> strand(4, 6, Knot.BROKEN, "6:0" + i + " Bartholomew"));
    var strands =
        Stream.concat(broken, Stream.of(strand(9, 17, Knot.OPEN, "5:00 Chuck"))).toList();

    var labels = drawing(DayLine.of(GalleryCast.day(), strands), size).labels();

    assertThat(labels).extracting(Label::words).contains("5:00 Chuck");
    for (var i = 1; i < labels.size(); i++)
      assertThat(start(labels.get(i))).isGreaterThan(end(labels.get(i - 1)));
  }

  @Test
  void gathersWhatIsOutsideOpeningHoursAtTheEdges() {
    var early = strand(5, 7, Knot.KEPT, "7:00 Jo");
    var late = strand(9, 22, Knot.OPEN, "10:00 Ben");

    var wide = drawing(DayLine.of(GalleryCast.day(), List.of(early, late)), Size.WIDE);

    assertThat(wide.dots()).extracting(DayDrawing.Dot::x).containsExactly("0", "1060");
  }

  @Test
  void keepsTheClockOnTheLineBeforeOpeningAndAfterClosing() {
    var day = GalleryCast.day();
    var before = new Day(day.opens(), day.closes(), day.opens().minusHours(3), "5:00");
    var after = new Day(day.opens(), day.closes(), day.closes().plusHours(4), "10:00");

    assertThat(drawing(DayLine.of(before, List.of()), Size.NARROW).now().pillX())
        .isEqualTo("0");
    assertThat(drawing(DayLine.of(after, List.of()), Size.NARROW).now().pillX()).isEqualTo("316");
  }

  @Test
  void saysWhereTheDayTurnsWhenItOpensAtHalfPast() {
    var opens = GalleryCast.NOW.withHour(9).withMinute(30);
    var day = new Day(opens, opens.plusHours(4), opens.plusHours(1), "10:30");

    var hours = drawing(DayLine.of(day, List.<Strand>of()), Size.WIDE).hours();

    assertThat(hours).extracting(DayDrawing.Hour::words).containsExactly("10 am", "noon");
  }

  private static DayDrawing drawing(DayLine line, Size size) {
    return line.drawings().stream()
        .filter(each -> each.size() == size)
        .findFirst()
        .orElseThrow();
  }

  private static double x(Label label) {
    return Double.parseDouble(label.x());
  }

  private static double start(Label label) {
    return Double.parseDouble(label.x()) - label.words().length() * 6.5 / 2;
  }

  private static double end(Label label) {
    return Double.parseDouble(label.x()) + label.words().length() * 6.5 / 2;
  }
}
