package kept.phone;

/// What one call asked of the customer, as it was written when it happened.
///
/// @param keys pressed before they heard a person
/// @param holds how often they heard music, `holdSeconds` for how long in all
/// @param handOvers to somebody who had not heard the story; warm ones cost half
public record CallEffort(int keys, int holds, int holdSeconds, int handOvers, int warmHandOvers) {}
