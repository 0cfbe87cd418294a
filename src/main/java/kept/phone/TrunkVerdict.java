package kept.phone;

import java.net.InetAddress;
import java.time.Instant;
import kept.line.sip.Trunk;
import kept.line.sip.TrunkReport;
import kept.line.sip.TrunkReport.Finding;
import kept.team.ShopTime;
import org.jspecify.annotations.Nullable;

/// What came of trying a trunk, in words for the owner. Pure.
///
/// @param code what it answered last, 0 where it answered nothing
/// @param milliseconds from our question to its first answer
public record TrunkVerdict(
    boolean works,
    int code,
    String words,
    long milliseconds,
    @Nullable Instant registeredUntil) {

  static TrunkVerdict of(
      TrunkReport report, Trunk trunk, InetAddress ours, ShopTime time, Instant now) {
    var until = report.granted().isZero() ? null : now.plus(report.granted());
    var works = report.finding() == Finding.WORKS;
    return new TrunkVerdict(
        works,
        report.code(),
        works ? works(report, until, time) : trouble(report, trunk, ours.getHostAddress()),
        report.took().toMillis(),
        until);
  }

  private static String works(TrunkReport report, @Nullable Instant until, ShopTime time) {
    var took = "our provider answered in " + Math.max(1, report.took().toMillis()) + " ms.";
    return until == null
        ? "It works: y" + took
        : "Registered until " + time.clock(until) + "; y" + took;
  }

  private static String trouble(TrunkReport report, Trunk trunk, String ours) {
    var host = trunk.host();
    return switch (report.finding()) {
      case WORKS -> "";
      case NO_SUCH_NAME ->
        "The name " + host + " leads nowhere. Check how your provider writes it.";
      case PORT_CLOSED ->
        "Nothing listens at " + port(trunk) + " of " + host
            + ". Check the port, and whether it is UDP or TCP.";
      case SILENT ->
        "No answer from " + host + " within 5 seconds. Check the host and the port, and whether"
            + " your firewall lets us out.";
      case ASKS_WHO_WE_ARE ->
        host + " asks for a user name and a password. Enter those your provider gave you.";
      case WRONG_PASSWORD ->
        "The user name or the password is wrong. Enter them as your provider gave them to you.";
      case NO_SUCH_USER -> host + " knows no user of this name. Check the user name.";
      case FORBIDDEN ->
        host + " does not let us in. Tell your provider our address, " + ours
            + ", or enter a user name and a password.";
      case NO_COMMON_SOUND ->
        host + " takes none of the sounds that we speak. Ask your provider for G.711 (PCMU or"
            + " PCMA).";
      case UNSENDABLE ->
        "These settings cannot be sent. Check the user name and the host; TLS to a provider is"
            + " not open here.";
      case REFUSED ->
        host + " answers " + report.code() + ". Ask your provider what they mean by it.";
    };
  }

  private static String port(Trunk trunk) {
    var way = trunk.transport().name();
    return trunk.port() == 0
        ? "the usual port (" + way + ")"
        : "port " + trunk.port() + " (" + way + ")";
  }
}
