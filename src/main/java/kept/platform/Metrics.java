package kept.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// What this process has counted since it began, in Prometheus' text format 0.0.4. No name, address
/// or word of a person gets into it. The wiring describes it; then threads may share it.
public final class Metrics {
  private final List<Consumer<StringBuilder>> families = new ArrayList<>();

  /// Something that only grows, by a label's values.
  public static final class Counter {
    private final ConcurrentSkipListMap<String, LongAdder> series = new ConcurrentSkipListMap<>();

    /// `labels` as they stand in the braces: `kind="promise_made"`. Never something that a stranger
    /// chose, or it would grow without end.
    public void add(String labels) {
      series.computeIfAbsent(labels, fresh -> new LongAdder()).increment();
    }
  }

  public Counter counter(String name, String help) {
    var counter = new Counter();
    family(
        name,
        "counter",
        help,
        text -> counter.series.forEach((labels, count) -> text.append(name)
            .append('{')
            .append(labels)
            .append("} ")
            .append(count)
            .append('\n')));
    return counter;
  }

  /// Something that is read when somebody asks.
  public void gauge(String name, String help, LongSupplier now) {
    family(
        name,
        "gauge",
        help,
        text -> text.append(name).append(' ').append(now.getAsLong()).append('\n'));
  }

  public Histogram histogram(String name, String help, double... bounds) {
    var histogram = new Histogram(name, bounds);
    family(name, "histogram", help, histogram::writeTo);
    return histogram;
  }

  public String text() {
    var text = new StringBuilder();
    families.forEach(family -> family.accept(text));
    return text.toString();
  }

  private void family(String name, String type, String help, Consumer<StringBuilder> values) {
    families.add(text -> {
      text.append("# HELP ").append(name).append(' ').append(help).append('\n');
      text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
      values.accept(text);
    });
  }
}
