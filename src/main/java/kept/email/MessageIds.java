package kept.email;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kept.platform.Sha256;
import org.jspecify.annotations.Nullable;

/// Message identifiers (RFC 5322 section 3.6.4), kept without their angle brackets.
final class MessageIds {
  /// No header line may be longer (RFC 5322 section 2.1.1).
  private static final int LONGEST = 998;

  /// Programs keep the first and the last few; so long a thread needs no more to be found again.
  private static final int MOST = 100;

  private static final Pattern BRACKETED = Pattern.compile("<([^<>]{1,2000})>");
  private static final Pattern BARE = Pattern.compile("[^\\s<>,;\"]{1,250}@[^\\s<>,;\"]{1,250}");

  private MessageIds() {}

  /// The mail's own id, or one made from its bytes, so that the same mail without an id gets the
  /// same.
  static String of(HeaderBlock header, byte[] raw) {
    var ids = in(header.first("message-id"));
    if (!ids.isEmpty() && ids.getFirst().length() <= LONGEST) return ids.getFirst();
    return Sha256.hex(raw) + "@no-message-id.invalid";
  }

  /// All ids named in a header, in order, each once; the last ones when there are too many.
  static List<String> in(@Nullable String text) {
    if (text == null) return List.of();
    var bracketed = BRACKETED.matcher(text).results().map(match -> match.group(1));
    var ids = tidy(bracketed);
    if (ids.isEmpty()) ids = tidy(BARE.matcher(text).results().map(match -> match.group()));
    return List.copyOf(ids).subList(Math.max(0, ids.size() - MOST), ids.size());
  }

  private static SequencedSet<String> tidy(Stream<String> ids) {
    var tidy = new LinkedHashSet<String>();
    ids.map(id -> Plain.line(id).replace(" ", ""))
        .filter(id -> !id.isEmpty() && id.length() <= LONGEST)
        .forEach(tidy::add);
    return tidy;
  }
}
