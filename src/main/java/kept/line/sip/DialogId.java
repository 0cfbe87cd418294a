package kept.line.sip;

import java.util.Optional;
import javax.sip.Dialog;

/// A dialog as seen from our side (RFC 3261, section 12).
public record DialogId(String callId, String localTag, String remoteTag) {
  /// Empty while one side has not named itself.
  static Optional<DialogId> of(Dialog dialog) {
    if (dialog.getLocalTag() == null || dialog.getRemoteTag() == null) return Optional.empty();
    return Optional.of(
        new DialogId(dialog.getCallId().getCallId(), dialog.getLocalTag(), dialog.getRemoteTag()));
  }
}
