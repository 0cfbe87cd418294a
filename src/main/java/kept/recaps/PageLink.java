package kept.recaps;

import java.time.Instant;
import kept.conversations.ConversationId;
import org.jspecify.annotations.Nullable;

/// A link that opens a customer's page. Whoever has it, has the page; so it expires and can be
/// revoked. `sentTo` is the mail address or the number that it went to.
public record PageLink(
    PageLinkId id,
    ConversationId conversation,
    String sentTo,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant revokedAt) {

  public boolean opens(Instant now) {
    return revokedAt == null && now.isBefore(expiresAt);
  }
}
