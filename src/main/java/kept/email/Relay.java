package kept.email;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import kept.platform.Refusal;
import kept.platform.Sender.Outcome;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/// Sends mail through another mail server, one connection a mail. Threads may share it.
///
/// Off our own machine nothing goes out in the clear: without STARTTLS, or with a certificate for
/// another name, the mail waits. What the server says about the mail, its sender or its recipient
/// decides; what it says about us (a wrong password) can be mended, so the mail waits then too.
public final class Relay implements MailWay {
  /// A server that does not take our call in this time is down.
  private static final Duration CONNECT = Duration.ofSeconds(15);

  /// Some servers look through a mail for a minute or two before they answer.
  private static final Duration ANSWER = Duration.ofMinutes(3);

  private static final int LONGEST_WORDS = 500;

  private final RelayAddress address;
  private final @Nullable SSLContext trust;
  /// Reads the mail library's settings from its jars, so it is made once.
  private final Session session;

  /// `helo` is the name that we go by. A URL that cannot be read is refused with a sentence.
  public Relay(String url, String helo) {
    this(RelayAddress.parse(url), helo, null);
  }

  Relay(RelayAddress address, String helo, @Nullable SSLContext trust) {
    this.address = address;
    this.trust = trust;
    this.session = Session.getInstance(properties(helo));
  }

  @Override
  public Outcome send(byte[] raw, String from, String to) {
    try {
      var recipient = new Address[] {new InternetAddress(MailWriter.checked(to), false)};
      var message = new SMTPMessage(session, new ByteArrayInputStream(raw));
      message.setEnvelopeFrom(from.isBlank() ? "<>" : MailWriter.checked(from));
      try (var transport = connected()) {
        transport.sendMessage(message, recipient);
        return new Outcome.Sent(tidy(transport.getLastServerResponse()));
      }
    } catch (Refusal notAnAddress) {
      return new Outcome.Refused(notAnAddress.sentence());
    } catch (AuthenticationFailedException e) {
      return unknownHere(e);
    } catch (MessagingException e) {
      return outcome(e);
    }
  }

  /// Connects and signs in as for a mail, and sends none: what the server says to that.
  public Outcome greet() {
    try (var transport = connected()) {
      return new Outcome.Sent(tidy(transport.getLastServerResponse()));
    } catch (AuthenticationFailedException e) {
      return unknownHere(e);
    } catch (MessagingException e) {
      return outcome(e);
    }
  }

  private static Outcome unknownHere(AuthenticationFailedException e) {
    return new Outcome.Later(
        "The relay does not know our name and password: " + tidy(e.getMessage()));
  }

  private String protocol() {
    return address.tlsFromTheStart() ? "smtps" : "smtp";
  }

  private SMTPTransport connected() throws MessagingException {
    var transport = (SMTPTransport) session.getTransport(protocol());
    transport.connect(address.host(), address.port(), address.user(), address.password());
    return transport;
  }

  private Properties properties(String helo) {
    var properties = new Properties();
    var prefix = "mail." + protocol() + ".";
    boolean startTls = !address.tlsFromTheStart() && !address.isLoopback();
    properties.put(prefix + "starttls.enable", String.valueOf(startTls || trust != null));
    properties.put(prefix + "starttls.required", String.valueOf(startTls || trust != null));
    properties.put(prefix + "ssl.checkserveridentity", "true");
    properties.put(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
    properties.put(prefix + "auth", String.valueOf(address.user() != null));
    properties.put(prefix + "connectiontimeout", String.valueOf(CONNECT.toMillis()));
    properties.put(prefix + "timeout", String.valueOf(ANSWER.toMillis()));
    properties.put(prefix + "writetimeout", String.valueOf(ANSWER.toMillis()));
    properties.put(prefix + "quitwait", "false");
    properties.put(prefix + "localhost", helo);
    if (trust != null) properties.put(prefix + "ssl.socketFactory", trust.getSocketFactory());
    return properties;
  }

  /// Angus chains the server's answers; the first one about this mail counts.
  private static Outcome outcome(MessagingException failure) {
    for (Exception e = failure; e instanceof MessagingException next; e = next.getNextException()) {
      int code = switch (e) {
        case SMTPAddressFailedException about -> about.getReturnCode();
        case SMTPSenderFailedException about -> about.getReturnCode();
        case SMTPSendFailedException about -> about.getReturnCode();
        default -> 0;
      };
      if (code >= 500) return new Outcome.Refused(tidy(e.getMessage()));
      if (code >= 400) return new Outcome.Later(tidy(e.getMessage()));
    }
    var cause = failure.getNextException();
    var why = cause == null ? "" : " (" + tidy(cause.getMessage()) + ")";
    return new Outcome.Later(tidy(failure.getMessage()) + why);
  }

  private static String tidy(@Nullable String serverWords) {
    return Plain.cut(Plain.line(serverWords == null ? "" : serverWords), LONGEST_WORDS);
  }
}
