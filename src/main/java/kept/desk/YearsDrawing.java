package kept.desk;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kept.desk.YearsLine.Arc;
import kept.desk.YearsLine.Drawing;
import kept.desk.YearsLine.Knot;
import kept.desk.YearsLine.Size;
import kept.desk.YearsLine.Words;
import kept.promises.Promise;
import kept.promises.Standing;
import kept.team.ShopTime;

/// Draws the line across somebody's years at one width. Pure.
///
/// What lies within one knot's breadth is one knot, so that a thousand promises take no more room
/// than ten: most of them give it its look, and the worst of the others is seen on top.
record YearsDrawing(Size size, List<Promise> promises, Instant from, Instant now, ShopTime time) {
  static final int AXIS = 58;
  private static final int FOOT = 104;
  private static final int NEAR = 42;
  private static final int FAR = 20;
  private static final int MARGIN = 6;
  private static final int KNOT = 11;
  private static final double LARGE = 5.5;
  private static final double SMALL = 3;
  /// A year's four digits and the room beside them.
  private static final int YEAR = 48;
  private static final int LONGEST = 26;
  /// The mean width of a letter at 12 px, a little too wide rather than too narrow.
  private static final double LETTER = 6.6;
  private static final Duration SHORTEST = Duration.ofHours(1);

  Drawing drawing(List<Instant> talks) {
    var places = places();
    var shown = places.stream().map(List::getFirst).sorted(worstFirst()).toList();
    return new Drawing(
        size,
        years(),
        shown.stream().filter(this::hasArc).map(this::arc).toList(),
        talks.stream().map(this::x).distinct().toList(),
        places.stream().flatMap(this::knots).toList(),
        labels(shown));
  }

  /// How a promise is to be seen, the worst first.
  enum Tone {
    BROKEN,
    OPEN,
    DUE,
    KEPT,
    GONE;

    String css() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  Tone tone(Promise promise) {
    return switch (promise.state()) {
      case OPEN -> now.isAfter(promise.dueAt()) ? Tone.BROKEN : Tone.OPEN;
      case KEPT -> promise.brokenAt() == null ? Tone.KEPT : Tone.DUE;
      case RELEASED -> Tone.GONE;
    };
  }

  /// What runs still has its knot at the end of the line, whenever it is due.
  Instant end(Promise promise) {
    return promise.endedAt() == null ? now : promise.endedAt();
  }

  /// What lies within one knot's breadth, the worst first; along the line.
  private List<List<Promise>> places() {
    var byPlace = new TreeMap<Integer, List<Promise>>();
    for (var each : promises)
      byPlace.computeIfAbsent(x(end(each)) / KNOT, none -> new ArrayList<>()).add(each);
    byPlace.values().forEach(place -> place.sort(worstFirst()));
    return List.copyOf(byPlace.values());
  }

  /// Of equals the latest.
  private Comparator<Promise> worstFirst() {
    return Comparator.comparing(this::tone).thenComparing(this::end, Comparator.reverseOrder());
  }

  /// Most of them make the knot; the worst of the others lies small on top of it.
  private Stream<Knot> knots(List<Promise> place) {
    var most = place.stream()
        .collect(groupingBy(this::tone, () -> new EnumMap<>(Tone.class), counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.<Tone, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .orElseThrow()
        .getKey();
    var x = x(end(place.getFirst()));
    var knot = new Knot(x, LARGE, most.css());
    return place.stream()
        .map(this::tone)
        .filter(other -> other != most)
        .findFirst()
        .map(other -> Stream.of(knot, new Knot(x, SMALL, other.css())))
        .orElse(Stream.of(knot));
  }

  private boolean hasArc(Promise promise) {
    return x(end(promise)) - x(promise.madeAt()) > KNOT / 2;
  }

  private Arc arc(Promise promise) {
    var start = x(promise.madeAt());
    var end = x(end(promise));
    var sag = AXIS + Math.min(44, 12 + (end - start) * 2 / 5);
    return new Arc(
        "M" + start + "," + AXIS + "Q" + (start + end) / 2 + "," + sag + " " + end + "," + AXIS,
        tone(promise).css());
  }

  private List<Words> years() {
    var first = time.day(from);
    var last = time.day(now);
    var start = first.equals(last) ? "today" : date(first, last);
    var years = new ArrayList<Words>();
    years.add(new Words(start, 0, FOOT, "start", ""));
    if (first.getYear() == last.getYear()) {
      if (!first.equals(last)) years.add(new Words("today", size.width(), FOOT, "end", ""));
      return years;
    }
    var every = step(last.getYear() - first.getYear());
    IntStream.rangeClosed(first.getYear() + 1, last.getYear())
        .filter(year -> (year - first.getYear()) % every == 0)
        .mapToObj(year -> new Words("" + year, x(newYear(year)), FOOT, "middle", ""))
        .filter(year -> year.x() >= YEAR && year.x() <= size.width() - YEAR / 3)
        .forEach(years::add);
    return years;
  }

  private String date(LocalDate first, LocalDate last) {
    return first.getYear() == last.getYear() ? time.date(from, now) : "" + first.getYear();
  }

  /// So many years apart that they do not touch.
  private int step(int years) {
    return Math.max(1, Math.ceilDiv(YEAR * years, size.width()));
  }

  private Instant newYear(int year) {
    return LocalDate.of(year, 1, 1).atStartOfDay(time.zone()).toInstant();
  }

  /// The worst and the latest are named, as far as there is room in the two rows above the line.
  private List<Words> labels(List<Promise> shown) {
    var placed = new ArrayList<Words>();
    for (var promise : shown) {
      if (placed.size() == size.labels()) break;
      var label = label(promise);
      for (var row : List.of(NEAR, FAR)) {
        var here = new Words(label.words(), label.x(), row, label.anchor(), label.css());
        if (placed.stream().noneMatch(other -> touch(here, other))) {
          placed.add(here);
          break;
        }
      }
    }
    return placed;
  }

  private Words label(Promise promise) {
    var tone = tone(promise);
    var what = ListWords.shortened(promise.what(), LONGEST);
    var late = tone == Tone.DUE || tone == Tone.BROKEN;
    var words = late ? what + ", " + new Standing(promise, now).words() : what;
    var x = x(end(promise));
    var half = words.length() * LETTER / 2;
    if (x - half < 0) return new Words(words, 0, NEAR, "start", tone.css());
    if (x + half > size.width()) return new Words(words, size.width(), NEAR, "end", tone.css());
    return new Words(words, x, NEAR, "middle", tone.css());
  }

  private static boolean touch(Words one, Words other) {
    return one.y() == other.y()
        && left(one) < right(other) + KNOT
        && left(other) < right(one) + KNOT;
  }

  private static double left(Words words) {
    var width = words.words().length() * LETTER;
    return switch (words.anchor()) {
      case "start" -> words.x();
      case "end" -> words.x() - width;
      default -> words.x() - width / 2;
    };
  }

  private static double right(Words words) {
    return left(words) + words.words().length() * LETTER;
  }

  private int x(Instant at) {
    var whole = Math.max(SHORTEST.toMillis(), Duration.between(from, now).toMillis());
    var part = Math.clamp((double) Duration.between(from, at).toMillis() / whole, 0, 1);
    return (int) Math.round(MARGIN + part * (size.width() - 2 * MARGIN));
  }
}
