package kept.email;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who wrote to whom, when, about what, and in answer to which mails.
///
/// Ids carry no angle brackets. `messageId` is made from the bytes when the mail has none.
/// `from` is where an answer would reach them; its address is empty when nothing says so.
/// `sentAt` is what the sender's clock said; null when that is missing or absurd.
public record MailHeaders(
    String messageId,
    List<String> inReplyTo,
    List<String> references,
    @Nullable MailAddress from,
    List<MailAddress> replyTo,
    List<MailAddress> to,
    List<MailAddress> cc,
    String subject,
    @Nullable Instant sentAt) {

  /// RFC 5322 keeps lines under 998; a subject is one line.
  private static final int LONGEST_SUBJECT = 998;

  public MailHeaders {
    inReplyTo = List.copyOf(inReplyTo);
    references = List.copyOf(references);
    replyTo = List.copyOf(replyTo);
    to = List.copyOf(to);
    cc = List.copyOf(cc);
  }

  static MailHeaders of(HeaderBlock header, byte[] raw, @Nullable String envelopeSender) {
    return new MailHeaders(
        MessageIds.of(header, raw),
        MessageIds.in(header.first("in-reply-to")),
        MessageIds.in(header.first("references")),
        sender(header, envelopeSender),
        AddressList.parse(header.first("reply-to")),
        AddressList.parse(header.first("to")),
        AddressList.parse(header.first("cc")),
        Plain.cut(header.words("subject"), LONGEST_SUBJECT),
        MailDates.parse(header.first("date")));
  }

  /// An address that cannot be one stands behind that of the envelope, which keeps the name.
  private static @Nullable MailAddress sender(HeaderBlock header, @Nullable String envelopeSender) {
    var said = Stream.of("from", "sender", "return-path")
        .flatMap(name -> AddressList.parse(header.first(name)).stream())
        .toList();
    var whole = said.stream().filter(from -> isWhole(from.address())).findFirst();
    if (whole.isPresent() || said.isEmpty()) return whole.orElse(null);
    var name = said.getFirst().name();
    var address = envelopeSender != null && isWhole(envelopeSender) ? envelopeSender : "";
    return new MailAddress(name.contains("@") ? "" : name, address);
  }

  private static boolean isWhole(String address) {
    var at = address.lastIndexOf('@');
    return at > 0 && at < address.length() - 1;
  }
}
