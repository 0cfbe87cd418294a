package kept.api;

import java.time.Instant;
import java.util.List;
import kept.conversations.Channel;
import kept.conversations.ConversationId;
import kept.conversations.MessageId;
import kept.customers.CustomerId;
import kept.promises.Kind;
import kept.promises.NewTime;
import kept.promises.Promise;
import kept.promises.PromiseId;
import kept.promises.PromiseState;
import kept.promises.Proof;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// A promise as programs read it, with every new time that was agreed.
record PromiseShape(
    PromiseId id,
    ConversationId conversation,
    CustomerId customer,
    String what,
    Kind kind,
    AgentId keeper,
    @Nullable AgentId second,
    AgentId madeBy,
    Instant madeAt,
    Channel madeOn,
    Instant dueAt,
    PromiseState state,
    @Nullable Instant endedAt,
    @Nullable String releaseReason,
    @Nullable Instant brokenAt,
    @Nullable String riskReason,
    @Nullable AgentId standsInFor,
    List<NewTimeShape> newTimes,
    List<ProofShape> proofs) {

  static PromiseShape of(Promise of, List<NewTime> times, List<Proof> proofs) {
    return new PromiseShape(
        of.id(),
        of.conversation(),
        of.customer(),
        of.what(),
        of.kind(),
        of.keeper(),
        of.second(),
        of.madeBy(),
        of.madeAt(),
        of.madeOn(),
        of.dueAt(),
        of.state(),
        of.endedAt(),
        of.releaseReason(),
        of.brokenAt(),
        of.riskReason(),
        of.standsInFor(),
        times.stream()
            .filter(time -> time.promise().equals(of.id()))
            .map(NewTimeShape::of)
            .toList(),
        proofs.stream()
            .filter(proof -> proof.promise().equals(of.id()))
            .map(ProofShape::of)
            .toList());
  }

  /// What shows that it was kept; `file` is the name of a photo that the desk shows.
  record ProofShape(String words, @Nullable String file, AgentId givenBy, Instant givenAt) {
    static ProofShape of(Proof of) {
      var file = of.file();
      return new ProofShape(
          of.words(), file == null ? null : file.name(), of.givenBy(), of.givenAt());
    }
  }

  record NewTimeShape(
      Instant fromDue, Instant toDue, Instant agreedAt, AgentId agreedBy, MessageId toldIn) {
    static NewTimeShape of(NewTime of) {
      return new NewTimeShape(of.fromDue(), of.toDue(), of.agreedAt(), of.agreedBy(), of.toldIn());
    }
  }
}
