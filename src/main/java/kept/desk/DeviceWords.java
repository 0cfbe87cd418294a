package kept.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A browser as people call it, "Firefox on Linux", from what it says of itself. Only for people to
/// tell their devices apart: nothing is decided by it.
final class DeviceWords {
  private static final Map<String, String> BROWSERS = new LinkedHashMap<>();
  private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

  static {
    BROWSERS.put("Edg/", "Edge");
    BROWSERS.put("OPR/", "Opera");
    BROWSERS.put("Firefox/", "Firefox");
    BROWSERS.put("FxiOS/", "Firefox");
    BROWSERS.put("CriOS/", "Chrome");
    BROWSERS.put("Chrome/", "Chrome");
    BROWSERS.put("Safari/", "Safari");
    SYSTEMS.put("iPhone", "an iPhone");
    SYSTEMS.put("iPad", "an iPad");
    SYSTEMS.put("Android", "Android");
    SYSTEMS.put("Windows", "Windows");
    SYSTEMS.put("Mac OS X", "a Mac");
    SYSTEMS.put("Linux", "Linux");
  }

  private DeviceWords() {}

  static String of(@Nullable String userAgent) {
    if (userAgent == null) return "A browser";
    return first(BROWSERS, userAgent, "A browser") + on(first(SYSTEMS, userAgent, ""));
  }

  private static String on(String system) {
    return system.isEmpty() ? "" : " on " + system;
  }

  private static String first(Map<String, String> names, String userAgent, String none) {
    return names.entrySet().stream()
        .filter(name -> userAgent.contains(name.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(none);
  }
}
