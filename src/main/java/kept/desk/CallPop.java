package kept.desk;

import java.time.Instant;
import kept.platform.pages.Face;
import org.jspecify.annotations.Nullable;

/// Somebody who rings, or whom the reader talks with: who it is and what we know, before hello.
///
/// @param how "known number", or how little we know
/// @param story their matter in a sentence
/// @param promised what we owe them, if anything
/// @param talking whether the reader talks with them
public record CallPop(
    String id,
    Face face,
    String name,
    String how,
    String story,
    @Nullable String promised,
    String href,
    boolean talking,
    Instant since,
    String lasts) {}
