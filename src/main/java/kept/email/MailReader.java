package kept.email;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes a readable mail of any bytes whatever. It never throws: of broken mail it gives what
/// could be read, and the original as a file, so that nothing a customer sent is lost.
public final class MailReader {
  static final String UNREADABLE =
      "This mail could not be read as a letter; the original is attached.";
  static final String ONLY_PICTURES = "This mail has only pictures.";
  static final String NO_WORDS = "This mail has no words.";

  private static final Logger LOG = LoggerFactory.getLogger(MailReader.class);
  private static final Letter EMPTY = new Letter(List.of(), List.of());

  private MailReader() {}

  /// For a mail whose envelope is not known; a `Return-Path` header stands in for it.
  public static IncomingMail read(byte[] raw) {
    return read(raw, null);
  }

  /// `envelopeSender` is the address of MAIL FROM, empty for the null sender.
  public static IncomingMail read(byte[] raw, @Nullable String envelopeSender) {
    try {
      return understood(raw, envelopeSender);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
      LOG.error("A mail of {} bytes could not be understood.", raw.length, bug);
      return notUnderstood(raw);
    }
  }

  private static IncomingMail understood(byte[] raw, @Nullable String envelopeSender) {
    var tree = MimeTree.of(raw);
    var header = tree.root().header();
    boolean isMail = !header.fields().isEmpty();
    var letter = isMail ? Letter.of(tree.root()) : EMPTY;
    var words = isMail ? readable(letter, tree.complete()) : withoutHeader(raw);
    var files = new ArrayList<>(letter.files());
    boolean cutShort = !tree.complete() || words.length() == Letter.LONGEST_WORDS;
    if (cutShort || words.equals(UNREADABLE)) files.add(original(raw));
    var kind = Automatic.of(header, tree.root(), envelopeSender);
    var report = kind == Automatic.BOUNCE ? DeliveryReport.in(tree.root(), words) : null;
    return new IncomingMail(
        MailHeaders.of(header, raw, envelopeSender), words, letter.html(), files, kind, report);
  }

  /// What is left when our own reading fails: the bytes, and a sentence that says so.
  static IncomingMail notUnderstood(byte[] raw) {
    var headers = MailHeaders.of(new HeaderBlock(List.of()), raw, null);
    return new IncomingMail(
        headers, UNREADABLE, null, List.of(original(raw)), Automatic.PERSON, null);
  }

  private static String readable(Letter letter, boolean complete) {
    var words = letter.words();
    if (!words.isBlank()) return words;
    if (letter.html() != null) return ONLY_PICTURES;
    if (!letter.files().isEmpty()) return "";
    return complete ? NO_WORDS : UNREADABLE;
  }

  /// Bytes without any header may still be words that somebody typed at us.
  private static String withoutHeader(byte[] raw) {
    var decoded = MailCharsets.decode(raw, null);
    var text = Plain.text(decoded).strip();
    boolean binary =
        decoded.chars().filter(c -> c < ' ' && !Character.isWhitespace(c)).count()
            > decoded.length() / 50;
    return binary || text.isEmpty() ? UNREADABLE : Plain.cut(text, Letter.LONGEST_WORDS);
  }

  private static Attachment original(byte[] raw) {
    return new Attachment("original.eml", "message/rfc822", null, false, raw);
  }
}
