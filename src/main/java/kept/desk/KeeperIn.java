package kept.desk;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kept.customers.PlainName;
import kept.promises.hearing.Dictation;
import kept.promises.hearing.Dictation.Start;
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
          + " going to|let me|me to|i)\\s+|\\s*i\\s*[:,]\\s*");
  private static final Pattern ORDERED = Pattern.compile(
      "(?iu)(?:\\s++(?:to|will|shall|can|should|(?:is|are) (?:going )?to|please)\\s+"
          + "|\\s*+['’](?:ll|s going to)\\s+|\\s*+[,:]\\s*|\\s++[–—-]\\s+)");
  private static final Pattern JOINED = Pattern.compile("(?iu)\\s*+(?:[&/,+]|(?:and|or)\\b)\\s*");
  private static final Set<String> POLITE = Set.of("please", "pls", "thanks");

  /// As many words as a colleague's name may have.
  private static final int LONGEST = 3;

  /// `words` has blanks where it says when, `whole` is the same text with everything in it.
  static KeeperIn words(String words, String whole, List<Agent> team, Agent me) {
    var myself = MYSELF.matcher(words);
    if (myself.lookingAt()) return new KeeperIn(List.of(me), blank(words, 0, myself.end()));
    var first = atStart(words, team);
    if (first != null) return first;
    var last = signed(words, said(words), team, me);
    if (last == null || !standsApart(words, whole, last.start()))
      return new KeeperIn(List.of(), words);
    return new KeeperIn(last.named(), blank(words, last.start(), words.length()));
  }

  /// The text without the colleagues' names that it may end with, which tell no time.
  static String unsigned(String text, List<Agent> team) {
    var last = signed(text, said(text), team, null);
    return last == null ? text : blank(text, last.start(), last.end());
  }

  static String blank(String text, int start, int end) {
    return text.substring(0, start) + " ".repeat(end - start) + text.substring(end);
  }

  /// Colleagues who are named in a row, "Edie and Justin": one of them keeps the promise.
  private record Names(List<Agent> named, int start, int end) {
    Names with(Names others) {
      var all = Stream.concat(named.stream(), others.named.stream()).distinct().toList();
      return new Names(all, Math.min(start, others.start), Math.max(end, others.end));
    }
  }

  private static @Nullable KeeperIn atStart(String words, List<Agent> team) {
    var all = NamesIn.text(words).words();
    var names = from(words, all, 0, team);
    int joinedAt = 0;
    while (names != null) {
      var order = ORDERED.matcher(words).region(names.end(), words.length());
      var joined = JOINED.matcher(words).region(names.end(), words.length());
      var next = joined.lookingAt() ? from(words, all, wordAt(all, joined.end()), team) : null;
      if (next == null) {
        if (order.lookingAt()) return new KeeperIn(names.named(), blank(words, 0, order.end()));
        return joinedAt > 0 ? sayTogether(words, names) : says(words, all, names);
      }
      joinedAt = joined.end();
      names = names.with(next);
    }
    return null;
  }

  /// "Priya calls Rosa": the verb stands in `rest` as an order, "call", in the same place.
  private static @Nullable KeeperIn says(String words, List<NamesIn.Word> all, Names names) {
    int at = wordAt(all, names.end());
    if (at == all.size()) return null;
    var verb = all.get(at);
    var plain = Dictation.english().plain(verb.plain());
    if (plain.isEmpty() || !words.substring(names.end(), verb.start()).isBlank()) return null;
    var padded = plain + " ".repeat(Math.max(0, verb.end() - verb.start() - plain.length()));
    var rest = " ".repeat(verb.start()) + padded + words.substring(verb.end());
    return new KeeperIn(names.named(), rest);
  }

  /// "Justin and Edie call Rosa": one of them, and it has to be said which.
  private static @Nullable KeeperIn sayTogether(String words, Names names) {
    var act = Dictation.english().act(words.substring(names.end()));
    return act.start() == Start.VERB
        ? new KeeperIn(names.named(), blank(words, 0, names.end()))
        : null;
  }

  private static @Nullable Names from(
      String words, List<NamesIn.Word> all, int at, List<Agent> team) {
    for (int length = Math.min(LONGEST, all.size() - at); length > 0; length--) {
      var start = all.get(at).start();
      var end = all.get(at + length - 1).end();
      var named = called(words.substring(start, end), team);
      if (!named.isEmpty()) return new Names(named, start, end);
    }
    return null;
  }

  /// The words without the politeness that they may end with.
  private static List<NamesIn.Word> said(String words) {
    var all = NamesIn.text(words).words();
    var last = all.size() - 1;
    if (last >= 0 && POLITE.contains(all.get(last).plain())) return all.subList(0, last);
    var thanked = last > 0
        && all.get(last).plain().equals("you")
        && all.get(last - 1).plain().equals("thank");
    return thanked ? all.subList(0, last - 1) : all;
  }

  /// The names that these words end with. `me` may be meant with "me", if given.
  private static @Nullable Names signed(
      String words, List<NamesIn.Word> said, List<Agent> team, @Nullable Agent me) {
    var last = to(words, said, team, me);
    if (last == null) return null;
    var start = last.start();
    var before = said.stream().filter(word -> word.end() <= start).toList();
    var size = before.size();
    var and = size > 0 && before.get(size - 1).plain().matches("and|or");
    var names = and ? before.subList(0, size - 1) : before;
    var between = names.isEmpty() ? "" : words.substring(names.getLast().end(), start);
    if (!JOINED.matcher(between).matches() || between.contains(",")) return last;
    var others = signed(words, names, team, me);
    return others == null ? last : others.with(last);
  }

  private static @Nullable Names to(
      String words, List<NamesIn.Word> said, List<Agent> team, @Nullable Agent me) {
    for (int length = Math.min(LONGEST, said.size()); length > 0; length--) {
      var start = said.get(said.size() - length).start();
      var end = said.getLast().end();
      var name = words.substring(start, end);
      var mine = me != null && PlainName.word(name).matches("me|myself|i");
      var named = mine ? List.of(me) : called(name, team);
      if (!named.isEmpty()) return new Names(named, start, end);
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

  /// Which word is the first from here on; as many as there are, when none is.
  private static int wordAt(List<NamesIn.Word> all, int from) {
    return (int) all.stream().filter(word -> word.start() < from).count();
  }
}
