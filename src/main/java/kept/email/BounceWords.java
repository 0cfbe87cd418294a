package kept.email;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a bounce that is written only for people, as qmail, Exim and many old systems send them.
final class BounceWords {
  private static final int MOST_RECIPIENTS = 20;
  private static final int LONGEST_DIAGNOSTIC = 500;

  /// The reason stands near the top; below it lies the mail that bounced.
  private static final int MOST_LINES = 400;

  private static final int LONGEST_LINE = 1_000;

  private static final String ADDRESS = "[^\\s<>()\\[\\]:;,\"'=]{1,64}@[\\w.-]{1,255}\\w";

  /// After this comes the mail that bounced, with addresses that have nothing to do with the
  /// failure.
  private static final Pattern RETURNED = Pattern.compile("(?i)[ \\t>-]{0,40}"
      + "((Received|Return-Path|Message-ID): .*"
      + "|.{0,60}(copy of (the|your) (original )?(message|mail)|original message|unsent message"
      + "|returned message|message headers? follow|message header|original mail"
      + "|undelivered message follows).{0,80})");

  private static final Pattern ALONE = Pattern.compile(
      "(?i)[\\s*>-]{0,40}(?:(?:final-|original-)?recipient|to|rcpt to|user|mailbox)?[\\s:;]{0,20}"
          + "(?:rfc822;)?\\s{0,20}<?(" + ADDRESS + ")>?(?:[\\s.,:;].*)?");

  private static final Pattern ANYWHERE = Pattern.compile("<?\\b(" + ADDRESS + ")>?");

  private static final Pattern REPLY =
      Pattern.compile("\\b(?:[45]\\d\\d[ -]|[45]\\.\\d{1,3}\\.\\d{1,3}\\b)");

  private static final Pattern REPLY_CODE = Pattern.compile("\\b([45])\\d\\d[ -]");

  private static final Pattern MESSAGE_ID =
      Pattern.compile("(?i)[ \\t>]{0,20}Message-ID:\\s{0,20}<([^<>\\s]{1,998})>.*");

  private BounceWords() {}

  static List<DeliveryReport.Recipient> recipients(HeaderBlock header, String words) {
    var said = beforeReturnedMail(lines(words));
    var diagnostic = diagnostic(said);
    var status = status(diagnostic);
    var action = status != null && status.startsWith("4") ? "delayed" : "failed";
    return addresses(header, said).stream()
        .map(address -> new DeliveryReport.Recipient(address, action, status, diagnostic))
        .toList();
  }

  static @Nullable String originalId(String words) {
    for (var line : lines(words)) {
      var named = MESSAGE_ID.matcher(line);
      if (named.matches()) return named.group(1);
    }
    return null;
  }

  private static List<String> lines(String words) {
    return words
        .lines()
        .limit(MOST_LINES)
        .map(line -> Plain.cut(line, LONGEST_LINE))
        .toList();
  }

  private static List<String> beforeReturnedMail(List<String> lines) {
    int end = 0;
    while (end < lines.size() && (end == 0 || !RETURNED.matcher(lines.get(end)).matches())) end++;
    return lines.subList(0, end);
  }

  private static Set<String> addresses(HeaderBlock header, List<String> said) {
    var addresses = new LinkedHashSet<String>();
    AddressList.parse(header.first("x-failed-recipients"))
        .forEach(failed -> addresses.add(failed.address()));
    for (var line : said) {
      var alone = ALONE.matcher(line);
      if (addresses.size() < MOST_RECIPIENTS && alone.matches()) addresses.add(alone.group(1));
    }
    for (var line : said) {
      var anywhere = ANYWHERE.matcher(line);
      if (addresses.isEmpty() && anywhere.find()) addresses.add(anywhere.group(1));
    }
    return addresses;
  }

  /// The line with the far server's reply, and the lines it was folded into.
  private static @Nullable String diagnostic(List<String> said) {
    for (int i = 0; i < said.size(); i++) {
      if (!REPLY.matcher(said.get(i)).find()) continue;
      int end = i + 1;
      while (end < said.size() && said.get(end).matches("[ \\t]{1,40}\\S.*")) end++;
      return Plain.cut(Plain.line(String.join(" ", said.subList(i, end))), LONGEST_DIAGNOSTIC);
    }
    return null;
  }

  /// The enhanced code, or the class that the three digits give away.
  private static @Nullable String status(@Nullable String diagnostic) {
    if (diagnostic == null) return null;
    var enhanced = DeliveryStatusBlocks.firstStatus(diagnostic);
    if (enhanced != null) return enhanced;
    var code = REPLY_CODE.matcher(diagnostic);
    return code.find() ? code.group(1) + ".0.0" : null;
  }
}
