package kept;

import java.util.List;
import kept.platform.KeptClock;
import kept.platform.Refusal;
import kept.platform.http.WebSettings;

/// The commands that hand out a key. Whoever may read the data folder may run them, beside a Kept
/// that runs or alone.
final class Keys {
  private Keys() {}

  /// `./kept token NAME`: the token is the last word.
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

  /// `./kept password`: the owner lost theirs, and nobody else can let them in.
  static String wayBack(Config config) {
    try (var house = House.beside(config, new KeptClock())) {
      var rooms = house.rooms();
      var path = rooms.invitations.wayBack(null, rooms.team.owner().id());
      return "Open this once, within seven days: " + origin(config.web()) + path;
    }
  }

  private static String origin(WebSettings web) {
    return web.publicUrl() == null ? "http://localhost:" + web.port() : web.publicUrl();
  }
}
