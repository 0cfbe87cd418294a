package kept.conversations;

import java.time.Duration;

/// What a matter has cost the customer so far: how often they had to reach us, what they had to do,
/// and how long their words lay unanswered.
public record Cost(
    int contacts, int keys, int handOvers, int repeats, int reopened, Duration waited) {}
