package kept.promises;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The string of a promise as it is drawn: from when it was said to when it is due.
///
/// It hangs slack while there is time and goes taut towards the hour; the bead is now, the tick is
/// the nudge, the ring at the end is what we said. Kept ties a knot in the ring, broken snaps the
/// string, let go hangs loose. Pure geometry: no clock in here.
public record StringShape(
    State state,
    int width,
    String words,
    String rest,
    String run,
    @Nullable Point bead,
    @Nullable Point nudge) {

  /// How a promise stands, in the order in which it gets worse, and its endings.
  public enum State {
    RUNNING,
    DUE,
    RISK,
    KEPT,
    KEPT_LATE,
    BROKEN,
    LET_GO;

    /// The word that the style sheet knows.
    public String css() {
      return this == KEPT_LATE ? "late" : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public record Point(String x, String y) {}

  /// Wide enough for a row; the customer's page draws it three times as long.
  public static final int ROW = 120;

  public static final int PAGE = 358;

  private static final double START = 5;
  private static final int END_MARGIN = 9;
  private static final double TOP = 9;
  private static final double LOOSEST = 11;
  private static final double TAUT = 1.5;
  private static final double DEEPER_ON_THE_PAGE = 2.4;

  /// Both shares are of the time from said to due, from 0 to 1; a nudge at 0 draws no tick.
  public static StringShape of(
      State state, double elapsed, double nudgeAt, int width, String words) {
    var end = width - END_MARGIN;
    return switch (state) {
      case KEPT -> new StringShape(state, width, words, "", curve(end, 3.5), null, null);
      case KEPT_LATE -> new StringShape(state, width, words, "", straight(START, end), null, null);
      case BROKEN -> snapped(state, end, width, words);
      case LET_GO -> new StringShape(state, width, words, curve(end, LOOSEST), "", null, null);
      case RUNNING, DUE, RISK -> hanging(state, new Way(elapsed, nudgeAt), width, words);
    };
  }

  public int height() {
    return width == PAGE ? 36 : 28;
  }

  /// Where the ring hangs.
  public int end() {
    return width - END_MARGIN;
  }

  public boolean ended() {
    return state == State.KEPT || state == State.KEPT_LATE;
  }

  /// The check inside the knot.
  public String tick() {
    return "M" + n(end() - 3.2) + ",9.2l2.2,2.2l4.2,-4.4";
  }

  private record Way(double elapsed, double nudgeAt) {}

  private static StringShape hanging(State state, Way way, int width, String words) {
    var end = width - END_MARGIN;
    var gone = Math.clamp(way.elapsed, 0, 1);
    var sag = state == State.RUNNING ? (1 - gone) * LOOSEST + TAUT : TAUT;
    if (width == PAGE) sag *= DEEPER_ON_THE_PAGE;
    var middle = (START + end) / 2;
    var beadX = START + gone * (end - START);
    var control = new Point(n(START + gone * (middle - START)), n(TOP + gone * 2 * sag));
    var run =
        "M5,9 Q" + control.x + "," + control.y + " " + n(beadX) + "," + n(heightAt(gone, sag));
    var nudge = way.nudgeAt > gone && way.nudgeAt < 1
        ? new Point(n(START + way.nudgeAt * (end - START)), n(heightAt(way.nudgeAt, sag) - 3.5))
        : null;
    var bead = new Point(n(beadX), n(heightAt(gone, sag)));
    return new StringShape(state, width, words, curve(end, sag), run, bead, nudge);
  }

  private static StringShape snapped(State state, double end, int width, String words) {
    var tear = START + 0.62 * (end - START);
    var torn = straight(START, tear) + " m-1,-4 l5,-3 m-5,11 l5,3";
    return new StringShape(state, width, words, straight(tear + 14, end), torn, null, null);
  }

  private static String curve(double end, double sag) {
    return "M5,9 Q" + n((START + end) / 2) + "," + n(TOP + 2 * sag) + " " + n(end) + ",9";
  }

  private static String straight(double from, double to) {
    return "M" + n(from) + ",9 H" + n(to);
  }

  private static double heightAt(double way, double sag) {
    return TOP + 4 * sag * way * (1 - way);
  }

  /// One decimal is a tenth of a pixel; whole numbers carry no point.
  public static String n(double number) {
    var tenths = Math.round(number * 10);
    if (tenths % 10 == 0) return Long.toString(tenths / 10);
    return (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
  }
}
