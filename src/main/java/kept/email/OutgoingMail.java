package kept.email;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A mail that we send. Ids carry no angle brackets, as in [MailHeaders].
///
/// `automatic` mail says so (RFC 3834), so that no machine answers it. `html` repeats the words
/// for those who like it better; null sends plain words only.
public record OutgoingMail(
    MailAddress from,
    MailAddress to,
    @Nullable MailAddress replyTo,
    String subject,
    String words,
    @Nullable String html,
    String messageId,
    @Nullable String inReplyTo,
    List<String> references,
    Map<String, String> extraHeaders,
    boolean automatic,
    List<File> files) {
  /// A file that goes along. Nobody changes the bytes.
  @SuppressWarnings("ArrayRecordComponent")
  public record File(String name, String contentType, byte[] bytes) {}

  public OutgoingMail {
    references = List.copyOf(references);
    extraHeaders = Map.copyOf(extraHeaders);
    files = List.copyOf(files);
  }

  /// A few words of Kept's own, in answer to nothing.
  static OutgoingMail notice(
      MailAddress from,
      MailAddress to,
      @Nullable MailAddress replyTo,
      String subject,
      String words,
      String messageId) {
    return new OutgoingMail(
        from, to, replyTo, subject, words, null, messageId, null, List.of(), Map.of(), true);
  }

  /// A mail of words alone.
  public OutgoingMail(
      MailAddress from,
      MailAddress to,
      @Nullable MailAddress replyTo,
      String subject,
      String words,
      @Nullable String html,
      String messageId,
      @Nullable String inReplyTo,
      List<String> references,
      Map<String, String> extraHeaders,
      boolean automatic) {
    this(
        from,
        to,
        replyTo,
        subject,
        words,
        html,
        messageId,
        inReplyTo,
        references,
        extraHeaders,
        automatic,
        List.of());
  }
}
