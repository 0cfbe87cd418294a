package kept.line.sip;

import org.jspecify.annotations.Nullable;

/// What one side of a call does. `sdp` is the body as it came.
public sealed interface SipEvent {
  /// Their phone rings.
  record Ringing() implements SipEvent {}

  /// They play something before they answer (early media).
  record Progress(String sdp) implements SipEvent {}

  /// Somebody took our call.
  record Answered(String sdp) implements SipEvent {}

  /// Our answer arrived; with their answer where the offer was ours.
  record Acknowledged(@Nullable String sdp) implements SipEvent {}

  /// They want it another way: hold, resume, other addresses. [SipLeg#accept] or
  /// [SipLeg#decline] follows; null asks us to offer.
  record Offered(@Nullable String sdp) implements SipEvent {}

  /// A key by SIP INFO.
  record Pressed(char digit) implements SipEvent {}

  /// They want their call to go on with somebody else.
  record Referred(Referral referral) implements SipEvent {}

  /// The last event of a leg.
  record Ended(Ending ending) implements SipEvent {}
}
