package kept.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/// Mails of the cast, written as they look on the wire.
final class Mails {
  private Mails() {}

  static byte[] bytes(String text) {
    return text.replace("\n", "\r\n").getBytes(UTF_8);
  }

  static byte[] latin1(String text) {
    return text.replace("\n", "\r\n").getBytes(ISO_8859_1);
  }

  static IncomingMail read(String text) {
    return MailReader.read(bytes(text));
  }

  /// A mail from Chuck about his TV with more header lines.
  static String fromChuck(String moreHeader, String words) {
    return """
        From: Chuck Alvarez <chuck@example.com>
        To: help@marlow.example.com
        Subject: Cracked TV
        Date: Tue, 3 Nov 2026 09:02:00 +0000
        Message-ID: <tv-1@example.com>
        """ + moreHeader + "\n" + words;
  }
}
