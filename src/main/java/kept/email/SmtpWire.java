package kept.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The bytes of one SMTP connection: command lines and mails in, replies out.
///
/// Lines end with CR LF. Someone at a terminal sends only LF; whoever ends DATA that way may end
/// the mail that way too. For everyone else a dot between bare LFs is part of the mail, or a mail
/// could hide a second one ("SMTP smuggling").
final class SmtpWire {
  private static final int BUFFER = 16 * 1024;

  private final InputStream in;
  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;
  private boolean bareLines;

  /// When the mail must have come to its end, by `System.nanoTime`; null between mails.
  private @Nullable Long deadline;

  SmtpWire(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  void say(SmtpReply reply) throws IOException {
    out.write(reply.wire().getBytes(UTF_8));
    out.flush();
  }

  /// The next command, or null when the client is gone.
  @Nullable
  String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int b = read(); b >= 0; b = read()) {
      if (b == '\n') {
        var text = line.toString(UTF_8);
        bareLines = !text.endsWith("\r");
        return bareLines ? text : text.substring(0, text.length() - 1);
      }
      if (line.size() >= SmtpLimits.COMMAND_LINE) throw new LineTooLong();
      line.write(b);
    }
    return null;
  }

  /// Whether the client has sent more than it was asked for.
  boolean hasMore() throws IOException {
    return at < end || in.available() > 0;
  }

  /// Reads a mail up to the dot on its own line and undoes dot-stuffing (RFC 5321 section 4.5.2).
  void mail(OutputStream mail, Duration within) throws IOException {
    deadline = System.nanoTime() + within.toNanos();
    readMail(mail);
    deadline = null;
  }

  private void readMail(OutputStream mail) throws IOException {
    boolean lineStart = true;
    int before = 0;
    int b = next();
    while (true) {
      if (lineStart && b == '.') {
        b = next();
        if (b == '\n' && bareLines) return;
        if (b == '\r') {
          b = next();
          if (b == '\n') return;
          mail.write('\r');
          before = '\r';
        }
      }
      mail.write(b);
      lineStart = b == '\n' && (before == '\r' || bareLines);
      before = b;
      b = next();
    }
  }

  private int next() throws IOException {
    int b = read();
    if (b < 0) throw new EOFException("The client left in the middle of a mail.");
    return b;
  }

  private int read() throws IOException {
    if (at == end) {
      if (deadline != null && System.nanoTime() - deadline > 0)
        throw new SocketTimeoutException("The mail took too long.");
      at = 0;
      end = Math.max(0, in.read(buffer));
      if (end == 0) return -1;
    }
    return buffer[at++] & 0xff;
  }

  static final class LineTooLong extends IOException {}
}
