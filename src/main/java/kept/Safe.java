package kept;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import kept.platform.KeptClock;
import kept.platform.Refusal;

/// The commands that carry the whole shop out and in.
final class Safe {
  private Safe() {}

  /// `./kept backup FILE`, beside a Kept that runs or alone.
  static String backup(Config config, List<String> arguments) {
    var file = file(arguments, "Say where to, as in ./kept backup /mnt/disk/kept.zip");
    try (var house = House.beside(config, new KeptClock())) {
      var taken = house.backup(file);
      var lacking = taken.lacking().isEmpty()
          ? ""
          : " " + taken.lacking().size() + " files were gone from the disk before it.";
      return String.format(
          Locale.ROOT,
          "%s holds everything: %,d rows and %,d files in %.1f MB.%s It opens every door of the shop, so keep it safe.",
          taken.file(),
          taken.rows(),
          taken.files(),
          taken.bytes() / 1e6,
          lacking);
    }
  }

  /// `./kept restore FILE`.
  static String restore(Config config, List<String> arguments) {
    var file = file(arguments, "Say what to bring back, as in ./kept restore /mnt/disk/kept.zip");
    var done = House.restore(config, file);
    return String.format(
        Locale.ROOT,
        "The shop of %s is back: %,d rows and %,d files. ./kept start opens it.",
        done.takenAt(),
        done.rows(),
        done.files());
  }

  private static Path file(List<String> arguments, String otherwise) {
    if (arguments.size() != 2) throw new Refusal(otherwise);
    return Path.of(arguments.get(1));
  }
}
