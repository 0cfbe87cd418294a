package kept.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import kept.desk.YearsDrawing.Tone;
import kept.desk.YearsLine.Size;
import kept.promises.Promise;
import kept.team.ShopTime;
import org.jspecify.annotations.Nullable;

/// Somebody's promises as a line across the years, drawn and said aloud. Pure.
record YearsWords(List<Promise> promises, List<Instant> talks, ShopTime time, Instant now) {

  /// From when we first heard from them; without a promise there is no line.
  @Nullable
  YearsLine line(Instant since) {
    if (promises.isEmpty()) return null;
    var from = Stream.concat(Stream.of(since), promises.stream().map(Promise::madeAt))
        .min(Instant::compareTo)
        .orElse(since);
    var drawings = Arrays.stream(Size.values())
        .map(size -> new YearsDrawing(size, promises, from, now, time))
        .map(drawing -> drawing.drawing(talks))
        .toList();
    return new YearsLine(drawings, sentence(promises), facts());
  }

  /// "Seven promises, five kept in time, one kept late, one running."
  private String sentence(List<Promise> of) {
    var parts = new ArrayList<String>();
    parts.add(Counted.of(of.size(), "promise", "promises"));
    for (var tone : Tone.values()) {
      var count = (int) of.stream().filter(each -> tone(each) == tone).count();
      if (count > 0) parts.add(howMany(count, of.size()) + words(tone));
    }
    var sentence = String.join(", ", parts) + ".";
    return sentence.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + sentence.substring(1);
  }

  private static String howMany(int count, int of) {
    if (count < of) return Counted.words(count) + " ";
    return of == 1 ? "" : "all ";
  }

  private List<String> facts() {
    var byYear = new TreeMap<Integer, List<Promise>>();
    for (var each : promises)
      byYear.computeIfAbsent(year(each), none -> new ArrayList<>()).add(each);
    return byYear.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + sentence(entry.getValue()))
        .toList();
  }

  private int year(Promise promise) {
    return time.day(drawing().end(promise)).getYear();
  }

  private Tone tone(Promise promise) {
    return drawing().tone(promise);
  }

  private YearsDrawing drawing() {
    return new YearsDrawing(Size.WIDE, promises, now, now, time);
  }

  private static String words(Tone tone) {
    return switch (tone) {
      case BROKEN -> "late and still open";
      case DUE -> "kept late";
      case OPEN -> "running";
      case KEPT -> "kept in time";
      case GONE -> "let go";
    };
  }
}
