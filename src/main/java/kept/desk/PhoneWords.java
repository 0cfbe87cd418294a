package kept.desk;

import java.time.Instant;
import java.util.List;
import kept.desk.PhonePage.Telling;
import kept.line.sip.Trunks;
import kept.phone.HelpCalls.HelpCall;
import kept.phone.ShopLine;
import kept.phone.ShopTrunk;
import kept.phone.TrunkVerdict;
import kept.team.ShopTime;
import org.jspecify.annotations.Nullable;

/// The phone's settings in words. Pure.
final class PhoneWords {
  private PhoneWords() {}

  static String sentence(List<ShopLine> lines) {
    return switch (lines.size()) {
      case 0 -> "No number rings here yet.";
      case 1 -> "People reach you at " + lines.getFirst().words() + ".";
      default -> "People reach you at " + Counted.words(lines.size()) + " numbers.";
    };
  }

  /// "sip.example.com, port 5070, UDP; registers as acct; 10 calls at once".
  static String provider(ShopTrunk trunk) {
    var where = trunk.host() + (trunk.port() == 0 ? "" : ", port " + trunk.port()) + ", "
        + trunk.transport().name();
    var as = trunk.userName() == null
        ? "knows us by our address"
        : (trunk.registers() ? "registers as " : "asks for ") + trunk.userName();
    var calls = trunk.channels() == 1 ? "one call at a time" : trunk.channels() + " calls at once";
    return where + "; " + as + "; " + calls;
  }

  static Telling state(Trunks.@Nullable Health health) {
    if (health == null) return new Telling("Not asked yet.", null);
    return health.usable()
        ? new Telling("Carries calls.", "kept")
        : new Telling(health.words(), "risk");
  }

  static Telling verdict(TrunkVerdict verdict) {
    return new Telling(verdict.words(), verdict.works() ? "kept" : "risk");
  }

  static Telling seen(boolean registered, @Nullable Instant at, ShopTime time, Instant now) {
    if (registered) return new Telling("registered now", "kept");
    return at == null
        ? new Telling("never registered", null)
        : new Telling("last seen " + time.near(at, now), null);
  }

  static String help(HelpCall call, String whose, String when) {
    var place = call.location().isEmpty() ? "" : " The phone’s place: " + call.location() + ".";
    var became = switch (call.outcome()) {
      case "answered" -> " It was answered.";
      case "no_way" -> " No provider could carry it.";
      default -> " It went out over " + call.way() + ".";
    };
    return whose + " called " + call.number() + ", " + when + "." + became + place;
  }
}
