package kept.email;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// What somebody wrote now, apart from what they answered to.
///
/// `fresh` is never blank unless the mail is: when everything looks quoted, all of it counts as
/// fresh. Answers written between the lines keep their quotes, or they would mean nothing.
public record QuotedText(String fresh, String quoted) {
  /// A signature is short; what follows a line of dashes for longer is part of the letter.
  private static final int LONGEST_SIGNATURE_LINES = 15;

  private static final int LONGEST_LINE = 1_000;

  public static QuotedText split(String words) {
    var lines = words.lines().map(String::stripTrailing).toList();
    int start = endOfQuoteOnTop(lines);
    int end = startOfOldMail(lines, start);
    var body = lines.subList(start, end);
    int signed = startOfSignature(body);
    var fresh = joined(body.subList(0, signed));
    if (fresh.isBlank()) return new QuotedText(joined(lines), "");
    var rest = new ArrayList<>(lines.subList(0, start));
    rest.addAll(lines.subList(start + signed, lines.size()));
    return new QuotedText(fresh, joined(rest));
  }

  /// Those who answer below put the old words on top.
  private static int endOfQuoteOnTop(List<String> lines) {
    int at = skip(lines, 0, String::isBlank);
    if (at == lines.size()) return 0;
    int attribution = QuoteMarks.attributionAt(shortened(lines), at);
    if (attribution == 0) return 0;
    int quote = skip(lines, at + attribution, String::isBlank);
    int end = skip(lines, quote, line -> line.isBlank() || QuoteMarks.isQuote(line));
    boolean answeredBetween =
        lines.subList(end, lines.size()).stream().anyMatch(QuoteMarks::isQuote);
    return answeredBetween ? at : end;
  }

  private static int startOfOldMail(List<String> lines, int from) {
    var seen = shortened(lines);
    int lastWords = lastWords(lines);
    for (int at = skip(lines, from, String::isBlank) + 1; at < lines.size(); at++) {
      int attribution = QuoteMarks.attributionAt(seen, at);
      boolean old = QuoteMarks.isOldMail(seen, at)
          || (attribution > 0 && !isAnsweredBelow(lines, at + attribution, lastWords))
          || (QuoteMarks.isQuote(lines.get(at)) && !isAnsweredBelow(lines, at, lastWords));
      if (old) return backOverRules(lines, from, at);
    }
    return lines.size();
  }

  private static int lastWords(List<String> lines) {
    int last = startOfSignature(lines) - 1;
    while (last >= 0 && (lines.get(last).isBlank() || QuoteMarks.isQuote(lines.get(last)))) last--;
    return last;
  }

  /// Whether new words follow the quote that begins here.
  private static boolean isAnsweredBelow(List<String> lines, int at, int lastWords) {
    int quote = skip(lines, at, String::isBlank);
    return quote < lines.size() && QuoteMarks.isQuote(lines.get(quote)) && quote < lastWords;
  }

  private static int backOverRules(List<String> lines, int from, int at) {
    int end = at;
    while (end > from + 1
        && (lines.get(end - 1).isBlank() || QuoteMarks.isRule(lines.get(end - 1)))) end--;
    return end;
  }

  private static int startOfSignature(List<String> lines) {
    int end = lines.size();
    int first = Math.max(0, end - LONGEST_SIGNATURE_LINES);
    for (int at = first; at < end; at++) {
      if (QuoteMarks.isSignature(lines.get(at))) end = at;
    }
    while (end > 0 && (lines.get(end - 1).isBlank() || QuoteMarks.isDevice(lines.get(end - 1))))
      end--;
    return end;
  }

  private static int skip(List<String> lines, int from, Predicate<String> what) {
    int at = from;
    while (at < lines.size() && what.test(lines.get(at))) at++;
    return at;
  }

  /// Marks stand at the beginning of a line; this keeps the patterns quick on lines without end.
  private static List<String> shortened(List<String> lines) {
    return lines.stream().map(line -> Plain.cut(line, LONGEST_LINE)).toList();
  }

  private static String joined(List<String> lines) {
    var words = lines.subList(skip(lines, 0, String::isBlank), lines.size());
    return String.join("\n", words).stripTrailing();
  }
}
