package kept.platform;

import java.util.Locale;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/// How often something took how long, in buckets that each hold all shorter ones. Threads may share
/// this object.
public final class Histogram {
  private final String name;
  private final double[] bounds;
  private final LongAdder[] within;
  private final LongAdder count = new LongAdder();
  private final DoubleAdder sum = new DoubleAdder();

  Histogram(String name, double... bounds) {
    this.name = name;
    this.bounds = bounds.clone();
    this.within = new LongAdder[bounds.length];
    for (int i = 0; i < bounds.length; i++) within[i] = new LongAdder();
  }

  public void observe(double seconds) {
    for (int i = 0; i < bounds.length; i++) if (seconds <= bounds[i]) within[i].increment();
    sum.add(seconds);
    count.increment();
  }

  void writeTo(StringBuilder text) {
    for (int i = 0; i < bounds.length; i++) {
      text.append(name).append("_bucket{le=\"").append(bounds[i]).append("\"} ");
      text.append(within[i]).append('\n');
    }
    text.append(name).append("_bucket{le=\"+Inf\"} ").append(count).append('\n');
    text.append(String.format(Locale.ROOT, "%s_sum %.6f%n", name, sum.sum()));
    text.append(name).append("_count ").append(count).append('\n');
  }
}
