package kept.team;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A link that lets one person onto the team, once. Whoever accepts it becomes the agent with its
/// id.
///
/// One for a `returning` agent lets them back in with a new password instead. One without an
/// inviter is the owner's: the set-up link, or their way back.
public record Invitation(
    InvitationId id,
    String name,
    String email,
    Role role,
    @Nullable AgentId returning,
    @Nullable AgentId invitedBy,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant revokedAt) {

  public boolean isSetUp() {
    return invitedBy == null && returning == null;
  }

  /// The agent that this invitation makes.
  public AgentId newcomer() {
    return new AgentId(id.value());
  }

  /// Whoever comes in by it: who is let back in, else the agent that it makes.
  public AgentId bearer() {
    return returning == null ? newcomer() : returning;
  }

  boolean isOpen(Instant now) {
    return acceptedAt == null && revokedAt == null && expiresAt.isAfter(now);
  }

  /// Why it can no longer be used, as a sentence for whoever tapped it.
  String whyNot() {
    if (acceptedAt != null) return "This link was used already. If it was you, sign in.";
    if (revokedAt != null) return "This link was taken back. Ask whoever sent it for a new one.";
    return "This link is too old. Ask whoever sent it for a new one.";
  }
}
