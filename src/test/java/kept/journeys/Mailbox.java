package kept.journeys;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import kept.email.Envelope;
import kept.email.IncomingMail;
import kept.email.MailDrop;
import kept.email.MailReader;
import kept.email.SmtpDoor;

/// A mail server of somebody else's, with everybody's letters in one box.
final class Mailbox implements MailDrop, AutoCloseable {
  /// A letter and whom it came to.
  record Letter(String to, IncomingMail mail) {}

  private final List<Letter> letters = new CopyOnWriteArrayList<>();
  private final SmtpDoor door = SmtpDoor.open(
      SmtpDoor.Settings.usual(InetAddress.getLoopbackAddress(), 0, "mail.example.com", null),
      this,
      InstantSource.system());

  String url() {
    return "smtp://127.0.0.1:" + door.port();
  }

  @Override
  public boolean accepts(String recipient) {
    return true;
  }

  @Override
  public void take(Envelope envelope, InputStream raw) throws IOException {
    var mail = MailReader.read(raw.readAllBytes());
    envelope.recipients().forEach(to -> letters.add(new Letter(to, mail)));
  }

  /// The latest letter to this address that fits, waited for.
  IncomingMail latest(String to, Predicate<IncomingMail> fits) throws InterruptedException {
    for (int i = 0; i < 1_000; i++) {
      var found = letters.stream()
          .filter(letter -> letter.to.equals(to) && fits.test(letter.mail))
          .toList();
      if (!found.isEmpty()) return found.getLast().mail;
      TimeUnit.MILLISECONDS.sleep(10);
    }
    throw new AssertionError("No such letter came to " + to + "; there are " + subjects());
  }

  private List<String> subjects() {
    return letters.stream()
        .map(letter -> letter.to + ": " + letter.mail.headers().subject())
        .toList();
  }

  @Override
  public void close() {
    door.close();
  }
}
