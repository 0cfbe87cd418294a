package kept.conversations;

import java.time.Duration;

/// What a matter has cost the customer so far: how often they had to reach us, what they had
/// to do, how long their words lay unanswered, how long they talked or waited on the phone,
/// and how much of that they heard music.
public record Cost(
    int contacts,
    int keys,
    int handOvers,
    int repeats,
    int reopened,
    Duration waited,
    Duration onThePhone,
    Duration onHold) {}
