package kept.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kept.customers.Identity;
import kept.customers.IdentityKind;
import kept.platform.PhoneNumbers;
import org.jspecify.annotations.Nullable;

/// Somebody to call about a promise: their numbers (none when we know none), what was promised in a
/// sentence (none where that says nothing), and the promise's own page where there is one.
///
/// `addHref` is where a number is written down and `writeHref` where a letter is, for whoever may.
/// `callHref` rings our own phone first; none where no line is set up, or for a helper.
public record CallPage(
    Frame frame,
    String name,
    List<TheirNumber> numbers,
    @Nullable String promised,
    @Nullable String promise,
    @Nullable String callHref,
    @Nullable String addHref,
    @Nullable String writeHref) {

  /// One of their numbers, as it is kept and as people write it.
  public record TheirNumber(String value, String words) {

    /// Where a device calls it itself.
    public String dialled() {
      return "tel:" + value.replaceAll("[^+0-9]", "");
    }

    /// Each once; first those on which they asked to be rung, for this call only.
    static List<TheirNumber> of(Stream<String> asked, List<Identity> identities) {
      var theirs = identities.stream()
          .filter(identity -> identity.kind() == IdentityKind.PHONE)
          .map(identity -> new TheirNumber(identity.value(), identity.words()));
      var first = asked.map(number -> new TheirNumber(number, PhoneNumbers.words(number)));
      return Stream.concat(first, theirs)
          .collect(Collectors.toMap(
              TheirNumber::value, each -> each, (one, again) -> one, LinkedHashMap::new))
          .values()
          .stream()
          .toList();
    }
  }
}
