package kept.api;

import java.time.Instant;
import kept.conversations.ConversationId;
import kept.conversations.Direction;
import kept.customers.CustomerId;
import kept.customers.VerificationLevel;
import kept.phone.CallId;
import kept.phone.Carrier;
import kept.phone.LineId;
import kept.phone.Outcome;
import kept.phone.PhoneCall;
import kept.promises.PromiseId;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// A call as programs read it.
record CallShape(
    CallId id,
    Direction direction,
    @Nullable LineId line,
    @Nullable String number,
    VerificationLevel sureness,
    CustomerId customer,
    ConversationId conversation,
    @Nullable AgentId agent,
    Instant beganAt,
    @Nullable Instant rangAt,
    @Nullable Instant answeredAt,
    @Nullable Instant talkedAt,
    @Nullable Instant endedAt,
    @Nullable Outcome outcome,
    boolean recorded,
    @Nullable PromiseId promise,
    @Nullable PromiseId about,
    Carrier carrier) {
  static CallShape of(PhoneCall of) {
    return new CallShape(
        of.id(),
        of.direction(),
        of.line(),
        of.number(),
        of.sureness(),
        of.customer(),
        of.conversation(),
        of.agent(),
        of.beganAt(),
        of.rangAt(),
        of.answeredAt(),
        of.talkedAt(),
        of.endedAt(),
        of.outcome(),
        of.recording() != null,
        of.promise(),
        of.about(),
        of.carrier());
  }
}
