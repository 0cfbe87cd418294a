package kept.email;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A mail as people read it.
///
/// `words` is plain text, never null; `html` is what the sender wrote, unsafe until [SafeHtml]
/// cleaned it. `report` is there when the mail is a bounce.
public record IncomingMail(
    MailHeaders headers,
    String words,
    @Nullable String html,
    List<Attachment> attachments,
    Automatic automatic,
    @Nullable DeliveryReport report) {

  public IncomingMail {
    attachments = List.copyOf(attachments);
  }
}
