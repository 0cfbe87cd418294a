package kept.email;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;
import kept.platform.Passing;
import kept.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One client at the door. Its own virtual thread runs it; `close` may come from another.
final class SmtpConnection implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpConnection.class);

  private static final SmtpReply CLOSING =
      SmtpReply.of(421, "4.3.2 We are closing, try again later");
  private static final SmtpReply NOT_NOW =
      SmtpReply.of(451, "4.3.0 We could not keep this mail, send it again later");

  private static final SmtpReply NO_ROOM =
      SmtpReply.of(452, "4.3.1 Our disk is full, send it again later");

  private final SmtpDoor.Settings settings;
  private final MailDrop drop;
  private final InstantSource clock;
  private final SmtpSession session;
  private final String client;
  private volatile Socket socket;
  private volatile boolean closing;

  /// Whether a mail is on its way from DATA to our answer. Guarded by `this`, as is closing in
  /// between.
  private boolean mailUnderWay;

  SmtpConnection(Socket socket, SmtpDoor.Settings settings, MailDrop drop, InstantSource clock) {
    this.socket = socket;
    this.settings = settings;
    this.drop = drop;
    this.clock = clock;
    this.client = socket.getInetAddress().getHostAddress();
    this.session = new SmtpSession(
        settings.hostName(), client, drop::accepts, settings.limits(), settings.tls() != null);
  }

  @Override
  public void run() {
    try {
      socket.setSoTimeout(Math.toIntExact(settings.limits().idle().toMillis()));
      var wire = new SmtpWire(socket.getInputStream(), socket.getOutputStream());
      wire.say(session.greeting());
      converse(wire);
    } catch (IOException clientIsGone) {
      LOG.debug("smtp client={} left: {}", client, clientIsGone.getMessage());
    } finally {
      cut();
    }
  }

  /// Ends now when nothing is under way, or right after the mail that is.
  synchronized void close() {
    closing = true;
    if (!mailUnderWay) endInput();
  }

  /// Ends at once, whatever is under way.
  void cut() {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      LOG.debug("smtp client={} was gone", client);
    }
  }

  private void endInput() {
    try {
      socket.shutdownInput();
    } catch (IOException alreadyGone) {
      cut();
    }
  }

  private void converse(SmtpWire first) throws IOException {
    var wire = first;
    while (true) {
      var line = nextLine(wire);
      if (line == null) return;
      var step = session.take(line);
      // What came in the clear behind STARTTLS was put there by someone in between (RFC 3207,
      // section 6).
      if (step instanceof SmtpStep.StartTls && wire.hasMore()) return;
      wire.say(step.reply());
      switch (step) {
        case SmtpStep.Answer _ -> {}
        case SmtpStep.ReadMail _ -> receive(wire);
        case SmtpStep.StartTls _ -> wire = encrypted();
        case SmtpStep.HangUp _ -> {
          return;
        }
      }
    }
  }

  /// Null when the conversation is over; why was said to the client.
  private @Nullable String nextLine(SmtpWire wire) throws IOException {
    try {
      var line = closing ? null : wire.line();
      if (line == null && closing) wire.say(CLOSING);
      return line;
    } catch (SocketTimeoutException idle) {
      wire.say(SmtpReply.of(421, "4.4.2 Nothing came for a while, good bye"));
    } catch (SmtpWire.LineTooLong tooLong) {
      wire.say(SmtpReply.of(500, "5.5.2 That line is too long, good bye"));
    }
    return null;
  }

  private void receive(SmtpWire wire) throws IOException {
    setMailUnderWay(true);
    try (var spool = new Spool(settings.limits().mailBytes())) {
      wire.mail(spool, settings.limits().mail());
      wire.say(handOver(spool));
    } catch (SocketTimeoutException idle) {
      wire.say(SmtpReply.of(421, "4.4.2 The mail did not come to its end, good bye"));
      throw idle;
    } finally {
      session.mailEnded();
      setMailUnderWay(false);
    }
  }

  private synchronized void setMailUnderWay(boolean underWay) {
    mailUnderWay = underWay;
  }

  private SmtpReply handOver(Spool spool) {
    if (spool.isTooBig()) return session.tooBig();
    try {
      if (spool.failure() != null) throw spool.failure();
      try (var content = spool.content()) {
        drop.take(session.envelope(clock.instant()), content);
      }
      return SmtpReply.of(250, "2.0.0 Kept");
    } catch (Refusal refusal) {
      return SmtpReply.of(554, "5.7.1 " + refusal.sentence());
    } catch (Exception e) {
      LOG.warn("smtp client={} mail not kept", client, e);
      return Passing.isDiskFull(e) ? NO_ROOM : NOT_NOW;
    }
  }

  private SmtpWire encrypted() throws IOException {
    SSLContext tls = settings.tls();
    if (tls == null)
      throw new IllegalStateException("STARTTLS was answered without a certificate.");
    socket = tls.getSocketFactory().createSocket(socket, null, true);
    session.tlsStarted();
    return new SmtpWire(socket.getInputStream(), socket.getOutputStream());
  }
}
