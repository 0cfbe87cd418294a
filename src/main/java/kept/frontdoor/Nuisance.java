package kept.frontdoor;

import java.time.Instant;

/// A number whose calls ring nobody, and why.
public record Nuisance(String number, String note, Instant addedAt) {}
