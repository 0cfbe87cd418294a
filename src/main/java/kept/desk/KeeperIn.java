package kept.desk;

import java.util.List;
import java.util.regex.Pattern;
import kept.customers.PlainName;
import kept.team.Agent;
import org.jspecify.annotations.Nullable;

/// Who is to keep a promise, as its words say: "Justin to call Rosa", "I’ll call Rosa", "call Rosa,
/// Justin", "call Rosa by 4 Justin". A colleague's name anywhere else is part of what is promised.
/// Pure.
///
/// `named` are those who may be meant, nobody when no keeper was named. The words of the keeper are
/// blanks in `rest`, so that every other word stands where it stood.
record KeeperIn(List<Agent> named, String rest) {
  private static final Pattern MYSELF = Pattern.compile(
      "(?iu)\\s*(?:(?:i|we)\\s*['’]ll|(?:i|we) (?:will|shall)|(?:i\\s*['’]m|i am|we\\s*['’]re|we are)"
          + " going to|let me|me to|i)\\s+");
  private static final String ORDERED =
      "(?iu)(?:\\s+(?:to|will|shall|can|should|is going to|please)\\s+|\\s*['’]ll\\s+|\\s*[,:]\\s*|\\s+[–—-]\\s+)";
  private static final String POLITE =
      "(?iu)[^\\p{L}\\p{N}]*(?:(?:please|pls|thanks|thank you)[^\\p{L}\\p{N}]*)?";

  /// `words` has blanks where it says when, `whole` is the same text with everything in it.
  static KeeperIn words(String words, String whole, List<Agent> team, Agent me) {
    var myself = MYSELF.matcher(words);
    if (myself.lookingAt()) return new KeeperIn(List.of(me), blank(words, 0, myself.end()));
    var all = NamesIn.text(words).words();
    var first = all.isEmpty() ? null : atStart(words, all.getFirst().start(), team);
    if (first != null) return first;
    var last = atEnd(words, whole, team, me);
    return last == null ? new KeeperIn(List.of(), words) : last;
  }

  /// The text without the colleague's name that it may end with, which tells no time.
  static String unsigned(String text, List<Agent> team) {
    var all = NamesIn.text(text).words();
    if (all.isEmpty()) return text;
    var last = all.getLast();
    var named = !called(text.substring(last.start(), last.end()), team).isEmpty();
    return named ? blank(text, last.start(), last.end()) : text;
  }

  static String blank(String text, int start, int end) {
    return text.substring(0, start) + " ".repeat(end - start) + text.substring(end);
  }

  private static @Nullable KeeperIn atStart(String words, int start, List<Agent> team) {
    for (var length : List.of(3, 2, 1)) {
      var end = afterWords(words, start, length);
      if (end < 0) continue;
      var named = called(words.substring(start, end), team);
      var order = Pattern.compile(ORDERED).matcher(words).region(end, words.length());
      if (!named.isEmpty() && order.lookingAt())
        return new KeeperIn(named, blank(words, start, order.end()));
    }
    return null;
  }

  private static @Nullable KeeperIn atEnd(String words, String whole, List<Agent> team, Agent me) {
    var all = NamesIn.text(words).words();
    var polite = all.stream()
        .filter(word -> words.substring(word.start()).matches(POLITE))
        .findFirst()
        .map(NamesIn.Word::start)
        .orElse(words.length());
    var said = all.stream().filter(word -> word.end() <= polite).toList();
    for (int length = Math.min(3, said.size()); length > 0; length--) {
      var start = said.get(said.size() - length).start();
      var end = said.getLast().end();
      if (!words.substring(end).matches(POLITE)) continue;
      if (!standsApart(words, whole, start)) continue;
      var name = words.substring(start, end);
      var named = PlainName.word(name).matches("me|myself|i") ? List.of(me) : called(name, team);
      if (!named.isEmpty()) return new KeeperIn(named, blank(words, start, words.length()));
    }
    return null;
  }

  /// Behind a comma, an "@", or behind what says when.
  private static boolean standsApart(String words, String whole, int start) {
    int before = start - 1;
    while (before >= 0 && Character.isWhitespace(words.charAt(before))) before--;
    if (before < 0) return false;
    if (",;:@–—-.(".indexOf(words.charAt(before)) >= 0) return true;
    int time = start - 1;
    while (time > 0 && Character.isWhitespace(whole.charAt(time))) time--;
    return time != before;
  }

  /// Whoever has this first name or whole name.
  private static List<Agent> called(String name, List<Agent> team) {
    var said = PlainName.words(name);
    return team.stream()
        .filter(agent -> {
          var own = PlainName.words(agent.name());
          return said.equals(own) || said.equals(own.subList(0, Math.min(1, own.size())));
        })
        .toList();
  }

  /// Where this many words end, or -1.
  private static int afterWords(String words, int start, int length) {
    var following = NamesIn.text(words).words().stream()
        .filter(word -> word.start() >= start)
        .toList();
    if (following.size() < length || following.getFirst().start() != start) return -1;
    return following.get(length - 1).end();
  }
}
