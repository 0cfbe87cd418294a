package kept.platform;

import java.time.Duration;

/// The way out for deliveries of one kind. A channel implements it and `Kept` wires it, so lower
/// rooms can send without knowing a channel.
public interface Sender {
  /// The kind of [Delivery] that it takes.
  String kind();

  /// Whether anything can leave here at all just now. Until then no try is made or counted: what is
  /// due waits, or leaves by another process's sender.
  default boolean isReady() {
    return true;
  }

  /// Sends now and tells the truth. What it throws counts as [Outcome.Later].
  Outcome send(Delivery delivery) throws Exception;

  /// What became of one try, with the other side's own words.
  sealed interface Outcome {
    record Sent(String serverWords) implements Outcome {}

    record Refused(String serverWords) implements Outcome {}

    /// Again after our usual wait, and no sooner than the other side asked for.
    record Later(String serverWords, Duration notBefore) implements Outcome {
      public Later(String serverWords) {
        this(serverWords, Duration.ZERO);
      }
    }
  }
}
