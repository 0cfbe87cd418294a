package kept.bench;

import java.util.Arrays;
import java.util.Locale;

/// Times that one thread collects, and what so many of a hundred of them stay under.
final class Spread {
  private long[] nanos;
  private int count;
  private boolean sorted = true;

  /// With room for so many, so that collecting them makes no garbage.
  Spread(int expected) {
    nanos = new long[Math.max(expected, 16)];
  }

  void add(long time) {
    if (count == nanos.length) nanos = Arrays.copyOf(nanos, 2 * count);
    nanos[count++] = time;
    sorted = false;
  }

  void clear() {
    count = 0;
  }

  int count() {
    return count;
  }

  double millis(double share) {
    if (count == 0) return Double.NaN;
    if (!sorted) Arrays.sort(nanos, 0, count);
    sorted = true;
    return nanos[Math.min(count - 1, (int) (share * count))] / 1e6;
  }

  /// As a cell of a table.
  String cell(double share) {
    var time = millis(share);
    if (Double.isNaN(time)) return "-";
    return String.format(
        Locale.ROOT, time < 1 ? "%.3f ms" : time < 10 ? "%.2f ms" : "%.0f ms", time);
  }
}
