package kept.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kept.platform.Refusal;

/// Writes a mail as bytes for the wire. Whatever words it is given, they stay where they belong:
/// none can add a header or a recipient.
public final class MailWriter {
  /// RFC 5322 section 3.3, in English whatever the machine speaks.
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,70}");

  /// A plain address of RFC 5321: letters, digits and the marks that need no quotes.
  private static final Pattern ADDRESS = Pattern.compile(
      "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,253}[A-Za-z0-9])?");

  /// Enough for any program to find the thread; a header may not grow for ever.
  private static final int MOST_REFERENCES = 30;

  /// Reads the mail library's settings from its jars, so it is made once.
  private static final Session SESSION = Session.getInstance(new Properties());

  private MailWriter() {}

  public static byte[] write(OutgoingMail mail, Instant now) {
    try {
      var message = new OurMessage(mail.messageId());
      head(message, mail, now);
      body(message, mail);
      var bytes = new ByteArrayOutputStream();
      message.saveChanges();
      message.writeTo(bytes);
      return bytes.toByteArray();
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("A mail could not be written.", e);
    }
  }

  private static void head(MimeMessage message, OutgoingMail mail, Instant now)
      throws MessagingException, IOException {
    message.setFrom(internet(mail.from()));
    message.setRecipient(Message.RecipientType.TO, internet(mail.to()));
    if (mail.replyTo() != null)
      message.setReplyTo(new InternetAddress[] {internet(mail.replyTo())});
    message.setSubject(Plain.line(mail.subject()), UTF_8.name());
    message.setHeader("Date", DATE.format(now.atOffset(ZoneOffset.UTC)));
    if (mail.inReplyTo() != null) message.setHeader("In-Reply-To", bracketed(mail.inReplyTo()));
    var references = references(mail);
    if (!references.isEmpty())
      message.setHeader("References", MimeUtility.fold("References: ".length(), references));
    if (mail.automatic()) message.setHeader("Auto-Submitted", "auto-generated");
    for (var header : mail.extraHeaders().entrySet()) {
      if (!HEADER_NAME.matcher(header.getKey()).matches())
        throw new IllegalArgumentException("not a header: " + header.getKey());
      var value = MimeUtility.encodeText(Plain.line(header.getValue()), UTF_8.name(), null);
      message.setHeader(header.getKey(), MimeUtility.fold(header.getKey().length() + 2, value));
    }
  }

  private static void body(MimeMessage message, OutgoingMail mail) throws MessagingException {
    if (mail.files().isEmpty()) {
      words(message, mail);
      return;
    }
    var mixed = new MimeMultipart("mixed");
    var letter = new MimeBodyPart();
    words(letter, mail);
    mixed.addBodyPart(letter);
    for (var file : mail.files()) mixed.addBodyPart(enclosed(file));
    message.setContent(mixed);
  }

  private static void words(MimePart part, OutgoingMail mail) throws MessagingException {
    if (mail.html() == null) {
      text(part, mail.words(), "plain");
      return;
    }
    var alternatives = new MimeMultipart("alternative");
    var plain = new MimeBodyPart();
    text(plain, mail.words(), "plain");
    alternatives.addBodyPart(plain);
    var html = new MimeBodyPart();
    text(html, mail.html(), "html");
    alternatives.addBodyPart(html);
    part.setContent(alternatives);
  }

  private static MimeBodyPart enclosed(OutgoingMail.File file) throws MessagingException {
    var part = new MimeBodyPart();
    var source = new ByteArrayDataSource(file.bytes(), Plain.line(file.contentType()));
    part.setDataHandler(new DataHandler(source));
    part.setFileName(Plain.line(file.name()));
    part.setDisposition(MimePart.ATTACHMENT);
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  /// Quoted-printable passes every server, and lets a paragraph stay one line that each screen
  /// breaks itself.
  private static void text(MimePart part, String words, String kind) throws MessagingException {
    part.setText(Plain.text(words).stripTrailing() + "\n", UTF_8.name(), kind);
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
  }

  private static InternetAddress internet(MailAddress given) throws UnsupportedEncodingException {
    var name = Plain.line(given.name());
    return new InternetAddress(
        checked(given.address()), name.isEmpty() ? null : name, UTF_8.name());
  }

  /// The address as it goes on the wire; a foreign domain in its ASCII form.
  static String checked(String given) {
    var address = given.strip();
    int at = address.lastIndexOf('@');
    try {
      if (at > 0) address = address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
    } catch (IllegalArgumentException notADomain) {
      throw notAnAddress(given);
    }
    if (at > 0 && !address.substring(0, at).chars().allMatch(letter -> letter < 128))
      throw new Refusal("We cannot send to “" + Plain.cut(Plain.line(given), 100)
          + "” yet: it has other letters than a to z before the @.");
    if (!ADDRESS.matcher(address).matches()) throw notAnAddress(given);
    return address;
  }

  private static Refusal notAnAddress(String given) {
    return new Refusal("We cannot send to “" + Plain.cut(Plain.line(given), 100)
        + "”: it is not an e-mail address.");
  }

  /// The thread so far and the mail that is answered; the first one and the latest when there are
  /// too many.
  private static String references(OutgoingMail mail) {
    List<String> ids = new ArrayList<>(mail.references());
    if (mail.inReplyTo() != null) {
      ids.remove(mail.inReplyTo());
      ids.add(mail.inReplyTo());
    }
    int surplus = ids.size() - MOST_REFERENCES;
    if (surplus > 0) ids.subList(1, 1 + surplus).clear();
    return ids.stream().map(MailWriter::bracketed).collect(Collectors.joining(" "));
  }

  private static String bracketed(String id) {
    return "<" + Plain.line(id).replaceAll("[<>\\s]", "") + ">";
  }

  /// Angus would make up an id of its own.
  private static final class OurMessage extends MimeMessage {
    private final String id;

    OurMessage(String id) {
      super(SESSION);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", bracketed(id));
    }
  }
}
