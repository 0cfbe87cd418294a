package kept.recaps;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import kept.customers.Customer;

/// What the team wrote about a customer, turned to face them: "Swap Chuck Alvarez’s cracked TV"
/// reads "Swap your cracked TV" on Chuck's own page. Where a name is in doubt it stays. Pure.
public final class AddressedWords {
  private static final String START = "(?<![\\p{L}\\p{N}])";
  private static final String END = "(?![\\p{L}\\p{N}’'])";

  /// A first name alone: not as a verb ("Chuck the old set"), not as the first word of a thing
  /// ("the Corner shelf") or of somebody else ("Chuck Norris").
  private static final String ALONE = "(?<=.)(?<!\\b(?i:the|a|an) )";

  private static final String NO_OTHER = "(?! \\p{Lu})";

  private final Pattern theirs;
  private final Pattern them;

  private AddressedWords(List<String> names, String family) {
    var any = String.join("|", names.stream().map(Pattern::quote).toList());
    var whole = Pattern.quote(names.getFirst());
    var ofFamily = family.isEmpty() ? "" : "|(?i:the) " + Pattern.quote(family) + "s?[’']s?";
    theirs = Pattern.compile(START + "(?:(?:" + any + ")[’']s?" + ofFamily + ")(?= )");
    them = Pattern.compile(
        START + "(?:" + whole + "|" + ALONE + "(?:" + any + ")" + NO_OTHER + ")" + END);
  }

  public static AddressedWords to(Customer customer) {
    var names = new ArrayList<>(List.of(customer.name().strip()));
    if (!customer.firstName().equals(names.getFirst())) names.add(customer.firstName());
    var words = customer.name().strip().split("\\s+");
    var isPerson = words.length == 2 && names.size() == 2;
    return new AddressedWords(names, isPerson ? words[1] : "");
  }

  public String of(String words) {
    var owned = theirs.matcher(words).replaceAll(match -> cased(match, "your"));
    return them.matcher(owned).replaceAll(match -> cased(match, "you"));
  }

  private static String cased(MatchResult match, String word) {
    return match.start() == 0 ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word;
  }
}
