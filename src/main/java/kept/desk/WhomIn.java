package kept.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kept.customers.Customer;
import kept.team.MailAddress;

/// Whom a promise is made to, as its words name them: by a name or a part of it, or by an address.
/// Pure.
///
/// `namesakes` are all who may be meant. `start` and `end` say where they are named, -1 when
/// nowhere.
record WhomIn(List<Customer> namesakes, String address, int start, int end) {
  static final WhomIn NOBODY = new WhomIn(List.of(), "", -1, -1);

  private static final String IN_ADDRESS = "[^\\s,;:<>()\"@]";

  /// Looked for only where a word begins, and no part of it may hold an "@", so that no length of
  /// text takes longer than once through it.
  private static final Pattern ADDRESS = Pattern.compile("(?<!" + IN_ADDRESS + ")" + IN_ADDRESS
      + "++@" + IN_ADDRESS + "+\\.[\\p{L}\\p{N}-]*[\\p{L}\\p{N}]");

  /// A thing follows: "the bell".
  private static final Set<String> ITS =
      Set.of("the", "a", "an", "my", "our", "your", "his", "her", "their");

  /// Words that are in names as in everything else that is said.
  private static final Set<String> SMALL = Set.of(
      "a", "an", "the", "and", "or", "of", "to", "for", "from", "with", "about", "by", "at", "in",
      "on", "her", "his", "their", "its", "my", "our", "your", "me", "it", "is", "are", "be", "as",
      "back", "will", "that", "this", "when", "if", "s", "mr", "mrs", "ms", "miss", "dr", "please");

  /// More names than anybody says in one promise.
  private static final int MOST_WORDS = 60;

  boolean isNamed() {
    return start >= 0;
  }

  /// A first word that says what is done names nobody, though somebody may be called so; with
  /// `verb` it surely is one.
  static WhomIn words(
      String words, boolean verb, Function<List<String>, List<Customer>> customers) {
    var address = ADDRESS.matcher(words);
    if (address.find() && MailAddress.looksRight(address.group()))
      return new WhomIn(List.of(), address.group(), address.start(), address.end());
    var names = names(words);
    var known = customers.apply(names.words().stream()
        .map(NamesIn.Word::plain)
        .distinct()
        .limit(MOST_WORDS)
        .toList());
    var all = surest(known, names);
    if (all.isFullNameAtStartOf(words)) return all;
    var later = surest(known, names.fromSecondOf(words));
    return later.isNamed() || verb ? later : all;
  }

  /// "Chuck Alvarez" at the start is a name, though "chuck" alone may be what is done.
  private boolean isFullNameAtStartOf(String words) {
    return isNamed()
        && NamesIn.text(words).words().getFirst().start() == start
        && NamesIn.text(words.substring(start, end)).words().size() > 1;
  }

  private record Named(Customer customer, NamesIn.Spot spot) {}

  private static Optional<Named> named(Customer customer, NamesIn names) {
    return names.spot(customer.name()).map(spot -> new Named(customer, spot));
  }

  /// Whoever is named as surely as the surest, in the same place.
  private static WhomIn surest(List<Customer> known, NamesIn names) {
    var named = known.stream().flatMap(one -> named(one, names).stream()).toList();
    var order = Comparator.comparing(Named::spot, NamesIn.Spot.SUREST);
    var best = named.stream().min(order);
    if (best.isEmpty()) return NOBODY;
    var spot = best.get().spot();
    var namesakes = named.stream()
        .filter(one -> one.spot().equals(spot))
        .map(Named::customer)
        .toList();
    return new WhomIn(namesakes, "", spot.start(), spot.end());
  }

  /// All words that may be a name: "the bell" is none, "Bell" is.
  private static NamesIn names(String words) {
    var all = NamesIn.text(words).words();
    return new NamesIn(IntStream.range(0, all.size())
        .filter(at -> !SMALL.contains(all.get(at).plain()))
        .filter(
            at -> all.get(at).capital() || at == 0 || !isIts(words, all.get(at - 1), all.get(at)))
        .mapToObj(all::get)
        .toList());
  }

  private static boolean isIts(String words, NamesIn.Word before, NamesIn.Word word) {
    return ITS.contains(before.plain())
        && words.substring(before.end(), word.start()).isBlank();
  }
}
