package kept.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where somebody takes alarms. `key` is what a browser subscribes with; `here` says that this one
/// does already; `topics` are what makes the list old.
public record DevicesPart(String key, boolean here, String topics, List<Device> devices) {
  /// "Chrome on Android", "last alarm shown 9:12", and what became of the last test.
  public record Device(
      String id,
      String name,
      boolean here,
      String lastUsed,
      @Nullable Result test) {}

  /// What became of a test alarm, with the push service's own words when it refused.
  public record Result(
      String words, @Nullable String serverWords, @Nullable String tone) {}
}
