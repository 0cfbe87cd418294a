package kept.phone;

import kept.platform.Event;
import kept.platform.Id;

/// Nobody took a call that was to be handed over: whoever had it has it still.
public record CallNotHandedOver(CallId call, Why why) implements Event {
  /// What the other side said last, over the last way that was tried.
  public enum Why {
    BUSY,
    NO_ANSWER,
    DECLINED,
    NO_SUCH_NUMBER,
    /// By the carrier, or by our own rules and the day's money for calls.
    NOT_ALLOWED,
    /// No trunk carried it.
    NO_WAY;

    /// The words of a status (RFC 3261, section 21).
    static Why of(int status) {
      return switch (status) {
        case 486, 600 -> BUSY;
        case 408, 480, 487 -> NO_ANSWER;
        case 603 -> DECLINED;
        case 404, 410, 484, 604 -> NO_SUCH_NUMBER;
        case 402, 403 -> NOT_ALLOWED;
        default -> NO_WAY;
      };
    }
  }

  @Override
  public Id subject() {
    return call;
  }
}
