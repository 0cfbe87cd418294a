package kept.line.sip;

import java.time.Duration;

/// What a trunk said when it was tried.
///
/// @param code the last status it answered with, 0 where it said nothing
/// @param took from our question to its first answer
/// @param granted for how long it registered us; zero where we do not register
public record TrunkReport(Finding finding, int code, Duration took, Duration granted) {
  public enum Finding {
    WORKS,
    /// The host's name leads nowhere.
    NO_SUCH_NAME,
    /// The host is there and says that nothing listens at this port.
    PORT_CLOSED,
    /// Nothing came back in time.
    SILENT,
    /// It asks who we are, and we have nothing to say.
    ASKS_WHO_WE_ARE,
    WRONG_PASSWORD,
    NO_SUCH_USER,
    /// It knows neither us nor our address.
    FORBIDDEN,
    /// It takes no sound of the kinds that we speak (488).
    NO_COMMON_SOUND,
    /// Our own settings make no message that could be sent.
    UNSENDABLE,
    /// It answers, with something that says no.
    REFUSED
  }

  static TrunkReport of(Finding finding) {
    return new TrunkReport(finding, 0, Duration.ZERO, Duration.ZERO);
  }
}
