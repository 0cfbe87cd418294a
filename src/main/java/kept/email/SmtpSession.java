package kept.email;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One SMTP conversation as the server (RFC 5321 section 4), without a socket: lines in, steps
/// out.
///
/// It relays for nobody, tells nobody which addresses exist, and knows no AUTH.
final class SmtpSession {
  private static final Set<String> MAIL_PARAMETERS = Set.of("SIZE", "BODY", "SMTPUTF8");

  private static final SmtpReply OUT_OF_ORDER =
      SmtpReply.of(503, "5.5.1 That command does not come next");
  private static final SmtpReply NOT_UNDERSTOOD =
      SmtpReply.of(501, "5.5.4 That address could not be read");

  private final String hostName;
  private final String client;
  private final Predicate<String> accepts;
  private final SmtpLimits limits;
  private boolean tlsOffered;
  private boolean encrypted;
  private int errors;
  private @Nullable String helo;
  private @Nullable String sender;
  private final List<String> recipients = new ArrayList<>();

  SmtpSession(
      String hostName,
      String client,
      Predicate<String> accepts,
      SmtpLimits limits,
      boolean tlsOffered) {
    this.hostName = hostName;
    this.client = client;
    this.accepts = accepts;
    this.limits = limits;
    this.tlsOffered = tlsOffered;
  }

  SmtpReply greeting() {
    return SmtpReply.of(220, hostName + " ESMTP Kept");
  }

  SmtpStep take(String line) {
    var step = step(line);
    if (step.reply().isError() && ++errors >= limits.errors()) {
      return new SmtpStep.HangUp(SmtpReply.of(421, "4.7.0 Too many errors, good bye"));
    }
    return step;
  }

  Envelope envelope(Instant now) {
    if (sender == null || helo == null)
      throw new IllegalStateException("There is no mail under way.");
    return new Envelope(sender, recipients, client, helo, encrypted, now);
  }

  void mailEnded() {
    sender = null;
    recipients.clear();
  }

  /// RFC 3207 section 4.2: forget everything that was said in the clear.
  void tlsStarted() {
    mailEnded();
    helo = null;
    tlsOffered = false;
    encrypted = true;
  }

  private SmtpStep step(String line) {
    var words = line.strip();
    int blank = words.indexOf(' ');
    var verb = (blank < 0 ? words : words.substring(0, blank)).toUpperCase(Locale.ROOT);
    var argument = blank < 0 ? "" : words.substring(blank + 1).strip();
    return switch (verb) {
      case "DATA" -> data();
      case "STARTTLS" -> startTls();
      case "QUIT" -> new SmtpStep.HangUp(SmtpReply.of(221, "2.0.0 Good bye"));
      default -> new SmtpStep.Answer(answer(verb, argument));
    };
  }

  private SmtpReply answer(String verb, String argument) {
    return switch (verb) {
      case "EHLO", "HELO" -> hello(verb, argument);
      case "MAIL" -> mail(argument);
      case "RCPT" -> recipient(argument);
      case "RSET" -> {
        mailEnded();
        yield SmtpReply.of(250, "2.0.0 Forgotten");
      }
      case "NOOP" -> SmtpReply.of(250, "2.0.0 Still here");
      case "HELP" -> SmtpReply.of(214, "2.0.0 RFC 5321");
      case "VRFY" -> SmtpReply.of(252, "2.5.2 Send the mail and see");
      case "EXPN", "AUTH", "BDAT", "ETRN", "TURN" -> SmtpReply.of(502, "5.5.1 We do not do that");
      default -> SmtpReply.of(500, "5.5.1 We do not know that command");
    };
  }

  private SmtpReply hello(String verb, String argument) {
    if (argument.isEmpty()) return SmtpReply.of(501, "5.5.4 Say who you are");
    mailEnded();
    helo = Plain.cut(Plain.line(argument), 255);
    if (verb.equals("HELO")) return SmtpReply.of(250, hostName);
    var lines = new ArrayList<>(List.of(
        hostName,
        "PIPELINING",
        "SIZE " + limits.mailBytes(),
        "8BITMIME",
        "SMTPUTF8",
        "ENHANCEDSTATUSCODES"));
    if (tlsOffered) lines.add("STARTTLS");
    return new SmtpReply(250, lines);
  }

  private SmtpReply mail(String argument) {
    if (helo == null || sender != null) return OUT_OF_ORDER;
    var path = argument.regionMatches(true, 0, "FROM:", 0, 5)
        ? SmtpPath.parse(argument.substring(5))
        : null;
    if (path == null) return NOT_UNDERSTOOD;
    if (!MAIL_PARAMETERS.containsAll(path.parameters().keySet()))
      return SmtpReply.of(555, "5.5.4 We do not know that parameter");
    if (isTooBig(path.parameters().getOrDefault("SIZE", ""))) return tooBig();
    sender = path.address();
    return SmtpReply.of(250, "2.1.0 Go on");
  }

  private boolean isTooBig(String size) {
    return size.matches("\\d{10,}")
        || (size.matches("\\d{1,9}") && Integer.parseInt(size) > limits.mailBytes());
  }

  SmtpReply tooBig() {
    return SmtpReply.of(
        552, "5.3.4 That mail is too big, we take " + limits.mailBytes() / (1024 * 1024) + " MB");
  }

  private SmtpReply recipient(String argument) {
    if (sender == null) return OUT_OF_ORDER;
    var path =
        argument.regionMatches(true, 0, "TO:", 0, 3) ? SmtpPath.parse(argument.substring(3)) : null;
    if (path == null || path.address().isEmpty()) return NOT_UNDERSTOOD;
    if (!path.parameters().isEmpty())
      return SmtpReply.of(555, "5.5.4 We do not know that parameter");
    if (recipients.size() >= limits.recipients())
      return SmtpReply.of(452, "4.5.3 Too many recipients, send the rest in another mail");
    try {
      if (!accepts.test(path.address()))
        return SmtpReply.of(550, "5.7.1 That address is not ours, and we pass on no mail");
    } catch (RuntimeException notNow) {
      return SmtpReply.of(451, "4.3.0 We cannot look that address up now, try again later");
    }
    recipients.add(path.address());
    return SmtpReply.of(250, "2.1.5 Go on");
  }

  private SmtpStep data() {
    if (sender == null) return new SmtpStep.Answer(OUT_OF_ORDER);
    if (recipients.isEmpty())
      return new SmtpStep.Answer(SmtpReply.of(554, "5.5.1 There is no recipient yet"));
    return new SmtpStep.ReadMail(SmtpReply.of(354, "Go on, end with a dot on a line of its own"));
  }

  private SmtpStep startTls() {
    if (!tlsOffered) return new SmtpStep.Answer(SmtpReply.of(502, "5.5.1 We do not do that"));
    return new SmtpStep.StartTls(SmtpReply.of(220, "2.0.0 Ready"));
  }
}
