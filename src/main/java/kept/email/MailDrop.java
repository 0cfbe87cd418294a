package kept.email;

import java.io.InputStream;

/// Where mail goes that came in. Many threads call it at once.
public interface MailDrop {
  /// Whether mail to this address is ours. What throws is answered with "try again later".
  boolean accepts(String recipient);

  /// Keeps the mail; the sender is told "250" only when this returns. A `Refusal` tells the
  /// sender never to try again, anything else that is thrown to try later.
  void take(Envelope envelope, InputStream raw) throws Exception;
}
