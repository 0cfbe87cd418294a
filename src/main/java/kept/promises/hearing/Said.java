package kept.promises.hearing;

import java.time.LocalDateTime;
import kept.team.OpeningHours;
import org.jspecify.annotations.Nullable;

/// What somebody of the shop said or wrote: the words, the customer's turn before them, and when by
/// the shop's clock. Without `at`, no time is resolved.
public record Said(
    String text, @Nullable String previous, @Nullable LocalDateTime at, OpeningHours hours) {}
