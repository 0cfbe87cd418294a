package kept.desk;

import static kept.promises.StringShape.n;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import kept.desk.DayDrawing.Label;
import kept.desk.DayDrawing.Size;
import kept.desk.DayLine.Knot;
import kept.desk.DayLine.Strand;

/// Puts words above the next knots so that none covers another: each wants to stand over its knot,
/// and those that would touch share the room between them. A label that would end up far from its
/// knot is left out.
final class DayLabels {

  private static final double LETTER = 6.5;
  /// The narrowest drawing is shown on phones narrower still, where only its words keep their size.
  private static final double NARROW_LETTER = 7.6;
  private static final double GAP = 12;
  /// Shares of room are halved again and again, so they only come near to what they should be.
  private static final double NEAR = 1;
  private static final double FARTHEST = 34;

  private DayLabels() {}

  static List<Label> of(
      Size size, List<Strand> strands, ToDoubleFunction<LocalDateTime> xOf, int most) {
    List<Box> placed = List.of();
    for (var strand : theNextFirst(strands)) {
      if (placed.size() == most) break;
      var box =
          box(size, DayDrawing.css(strand.knot()), strand.label(), xOf.applyAsDouble(strand.due()));
      var next = spread(placed, box, size.width());
      if (!touch(next, size.width()) && next.stream().allMatch(Box::nearItsKnot)) placed = next;
    }
    return withKept(size, strands, placed, xOf);
  }

  /// What can still be kept, the next first; then what broke, the last first.
  private static List<Strand> theNextFirst(List<Strand> strands) {
    var next =
        strands.stream().filter(each -> each.knot() != Knot.KEPT && each.knot() != Knot.BROKEN);
    var broken =
        strands.stream().filter(each -> each.knot() == Knot.BROKEN).toList().reversed();
    return Stream.concat(next, broken.stream()).toList();
  }

  private static List<Box> spread(List<Box> placed, Box added, int width) {
    var boxes = new ArrayList<>(placed.stream().map(Box::home).toList());
    boxes.add(added);
    boxes.sort(Comparator.comparingDouble(Box::knot));
    for (var round = 0; round < 24 && touch(boxes, width); round++) {
      for (var i = 1; i < boxes.size(); i++) {
        var left = boxes.get(i - 1);
        var right = boxes.get(i);
        var overlap = left.end() + GAP - right.start();
        if (overlap <= 0) continue;
        boxes.set(i - 1, left.moved(-overlap / 2));
        boxes.set(i, right.moved(overlap / 2));
      }
      boxes.replaceAll(box -> box.within(width));
    }
    return boxes;
  }

  private static boolean touch(List<Box> boxes, int width) {
    for (var i = 0; i < boxes.size(); i++) {
      var box = boxes.get(i);
      if (box.start() < -NEAR || box.end() > width + NEAR) return true;
      if (i > 0 && boxes.get(i - 1).end() + GAP > box.start() + NEAR) return true;
    }
    return false;
  }

  private static List<Label> withKept(
      Size size, List<Strand> strands, List<Box> boxes, ToDoubleFunction<LocalDateTime> xOf) {
    var labels = new ArrayList<Label>();
    var words = DayLine.keptWords(strands) + (size == Size.NARROW ? "" : " so far today");
    var first = strands.stream().filter(each -> each.knot() == Knot.KEPT).findFirst();
    if (first.isPresent()) {
      var wish = size == Size.NARROW ? 0 : xOf.applyAsDouble(first.get().due());
      var kept = box(size, "kept", words, wish);
      if (size != Size.NARROW) kept = kept.moved(kept.half() - 5);
      kept = kept.within(size.width());
      if (boxes.isEmpty() || kept.end() + GAP < boxes.getFirst().start()) labels.add(kept.label());
    }
    boxes.forEach(box -> labels.add(box.label()));
    return List.copyOf(labels);
  }

  private static Box box(Size size, String css, String words, double knot) {
    var letter = size == Size.NARROW ? NARROW_LETTER : LETTER;
    return new Box(css, words, words.length() * letter / 2, knot, knot);
  }

  private record Box(String css, String words, double half, double knot, double middle) {

    double start() {
      return middle - half;
    }

    double end() {
      return middle + half;
    }

    Box home() {
      return new Box(css, words, half, knot, knot);
    }

    Box moved(double by) {
      return new Box(css, words, half, knot, middle + by);
    }

    Box within(int width) {
      if (start() < 0) return moved(-start());
      return end() > width ? moved(width - end()) : this;
    }

    boolean nearItsKnot() {
      return Math.abs(middle - knot) <= Math.max(FARTHEST, half + 8);
    }

    Label label() {
      return new Label(css, n(middle), words);
    }
  }
}
