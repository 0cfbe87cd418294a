package kept.promises;

import java.time.Instant;
import kept.conversations.Channel;
import kept.conversations.ConversationId;
import kept.customers.CustomerId;
import kept.platform.Limit;
import kept.platform.Refusal;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// A promise as somebody makes it, before it is written down. Without a second, the keeper's own
/// second hears next.
public record Commitment(
    ConversationId conversation,
    String what,
    Kind kind,
    AgentId keeper,
    @Nullable AgentId second,
    Instant dueAt,
    Channel madeOn) {
  private static final Limit WHAT = new Limit(300, "Say it in fewer words: what will we do?");

  public Commitment {
    what = what.strip().replaceAll("\\s+", " ");
    if (what.isEmpty()) throw new Refusal("Say what you are promising.");
    WHAT.check(what);
    if (keeper.equals(second)) throw new Refusal("The second has to be somebody else.");
  }

  /// The promise that this becomes once somebody has said it.
  Promise said(
      AgentId by, CustomerId customer, @Nullable AgentId second, Instant nudge, Instant now) {
    return new Promise(
        PromiseId.next(),
        conversation,
        customer,
        what,
        kind,
        keeper,
        second,
        by,
        now,
        madeOn,
        dueAt,
        PromiseState.OPEN,
        null,
        null,
        null,
        null,
        false,
        nudge,
        null);
  }
}
