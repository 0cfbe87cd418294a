package kept;

import java.util.List;
import java.util.Locale;
import kept.platform.KeptClock;
import kept.platform.Refusal;
import kept.platform.postgres.DataFolder;

/// The commands that hand out a key or change it. Whoever may read the data folder may run them.
final class Keys {
  private Keys() {}

  /// `./kept token NAME`, beside a Kept that runs or alone: the token is the last word.
  static String token(Config config, List<String> arguments) {
    var label = String.join(" ", arguments.subList(1, arguments.size()));
    if (label.isBlank())
      throw new Refusal("Say what the token is for, as in ./kept token bookkeeping");
    try (var house = House.beside(config, new KeptClock())) {
      var rooms = house.rooms();
      var token = rooms.tokens.create(label, rooms.team.owner().id());
      return "A token for " + label + ", shown only now: " + token;
    }
  }

  /// `./kept password`, beside a Kept that runs or alone: the owner lost what let them in, and
  /// nobody else can let them in. What let
  /// them in before ends, passkeys and code app included.
  static String wayBack(Config config) {
    try (var house = House.beside(config, new KeptClock())) {
      var rooms = house.rooms();
      var path = rooms.invitations.wayBack(null, rooms.team.owner().id());
      var origin = origin(config);
      return origin.isEmpty()
          ? "Open this once, within seven days, at the address that ./kept start prints: " + path
          : "Open this once, within seven days: " + origin + path;
    }
  }

  /// `./kept key`, while no Kept runs: a new secret key.
  static String renew(Config config) {
    try (var house = House.atRest(config, new KeptClock())) {
      var renewed = house.renewKey();
      return String.format(
          Locale.ROOT,
          "The shop has a new secret key. Hashes under it: %,d; sealed values: %,d. Backups from before hold the old one.",
          renewed.hashes(),
          renewed.seals());
    }
  }

  /// Where the Kept that runs here says its pages are, else where a start would put them; empty
  /// when nobody can know.
  private static String origin(Config config) {
    return DataFolder.urlOn(config.data()).orElseGet(() -> {
      var web = config.web();
      if (web.publicUrl() != null) return web.publicUrl();
      return web.port() == 0 ? "" : "http://localhost:" + web.port();
    });
  }
}
