package kept.email;

import java.time.Instant;
import java.util.List;
import kept.platform.Id;

/// A letter as it was accepted, before anyone read it: its bytes are in `blob`.
record InboundMail(
    InboundMailId id, String blob, String sender, List<String> recipients, Instant receivedAt) {
  record InboundMailId(java.util.UUID value) implements Id {
    static InboundMailId next() {
      return new InboundMailId(Id.fresh());
    }
  }
}
