package kept.phone;

import java.time.Duration;
import java.util.Optional;
import kept.conversations.Channel;
import kept.conversations.Conversations;
import kept.customers.Customer;
import kept.customers.Customers;
import kept.phone.MissedTexts.Why;
import kept.promises.Commitment;
import kept.promises.Kind;
import kept.promises.Promise;
import kept.promises.PromiseId;
import kept.promises.Promises;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.Presence;
import kept.team.Team;

/// The promise that a call becomes which nobody took: to ring back within an open hour, or as soon
/// as the shop's rule says. There is one for each customer; whoever rings again joins it.
public final class RingBacks {
  private static final Duration SOON = Duration.ofMinutes(10);

  private final Promises promises;
  private final Conversations conversations;
  private final Customers customers;
  private final Team team;
  private final Presence presence;
  private final MissedTexts texts;

  public RingBacks(
      Promises promises,
      Conversations conversations,
      Customers customers,
      Team team,
      Presence presence,
      MissedTexts texts) {
    this.promises = promises;
    this.conversations = conversations;
    this.customers = customers;
    this.team = team;
    this.presence = presence;
    this.texts = texts;
  }

  PromiseId owed(PhoneCall call, Outcome outcome) {
    var owed = open(call).orElseGet(() -> make(call, outcome, keeper(call), within()));
    texts.tell(call, Why.of(call, outcome), owed);
    return owed.id();
  }

  /// They talked with us, and hear that we ring back.
  void insteadOfHolding(PhoneCall call) {
    var owed = open(call).orElseGet(() -> make(call, Outcome.TALKED, keeper(call), within()));
    texts.tell(call, Why.HELD, owed);
  }

  /// One of us says that they ring this caller within ten minutes. What is owed for later, or by
  /// somebody else, is another promise.
  void soon(PhoneCall call, AgentId keeper) {
    var by = promises.dueIn(SOON);
    var owed = open(call)
        .filter(promise -> promise.keeper().equals(keeper) && !promise.dueAt().isAfter(by))
        .orElseGet(() -> make(call, Outcome.MISSED, keeper, SOON));
    texts.tell(call, Why.SOON, owed);
  }

  private Duration within() {
    return texts.within();
  }

  boolean isOpen(PromiseId id) {
    return promises.get(id).isOpen();
  }

  /// What is owed for a call before this one. A voicemail is heard by whoever rings back.
  private Optional<Promise> open(PhoneCall call) {
    return promises.to(call.customer()).stream()
        .filter(promise -> promise.isOpen() && promise.kind() == Kind.CALLBACK)
        .findFirst();
  }

  private Promise make(PhoneCall call, Outcome outcome, AgentId keeper, Duration within) {
    var commitment = new Commitment(
        call.conversation(),
        words(call, outcome),
        call.number() == null ? Kind.OTHER : Kind.CALLBACK,
        keeper,
        null,
        promises.dueIn(within),
        Channel.CALL);
    return promises.make(keeper, commitment);
  }

  /// A nameless caller cannot be rung back: somebody hears what they left, or knows of the call.
  private String words(PhoneCall call, Outcome outcome) {
    var voicemail = outcome == Outcome.VOICEMAIL;
    if (call.number() == null)
      return voicemail ? "Hear the voicemail" : "Acknowledge a call from a withheld number";
    var name = Customer.firstNameOf(customers.get(call.customer()).name());
    return voicemail ? "Hear " + name + "’s voicemail and ring back" : "Ring " + name + " back";
  }

  /// Whoever is on the matter, else somebody who takes calls and is at hand, else the owner.
  private AgentId keeper(PhoneCall call) {
    var absent = presence.running().keySet();
    var onIt = conversations.get(call.conversation()).agent();
    var here = team.here();
    return here.stream()
        .filter(agent -> agent.id().equals(onIt))
        .findFirst()
        .or(() -> here.stream()
            .filter(agent -> agent.takingCalls() && !absent.contains(agent.id()))
            .findFirst())
        .map(Agent::id)
        .orElseGet(() -> team.owner().id());
  }
}
