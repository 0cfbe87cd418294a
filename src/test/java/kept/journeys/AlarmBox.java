package kept.journeys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import kept.email.Envelope;
import kept.email.MailDrop;
import kept.email.SmtpDoor;
import kept.platform.KeptClock;

/// A mail server of somebody else's that writes down when each letter of Kept's own came, by the
/// delivery that it is.
final class AlarmBox implements MailDrop, AutoCloseable {
  private static final Pattern ID = Pattern.compile("(?m)^Message-ID: <([0-9a-f-]{36})@");
  private static final Pattern AGAIN = Pattern.compile("(?m)^Subject: \\(Again, to be sure\\)");

  /// A letter came, at the true time, and said that it may be there already.
  record Arrival(Instant at, boolean repeat) {}

  final Map<UUID, List<Arrival>> arrivals = new ConcurrentHashMap<>();
  private final KeptClock clock = new KeptClock();
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
    var mail = new String(raw.readAllBytes(), ISO_8859_1).replace("\r", "");
    var id = ID.matcher(mail);
    if (!id.find()) return;
    arrivals
        .computeIfAbsent(UUID.fromString(id.group(1)), delivery -> new CopyOnWriteArrayList<>())
        .add(new Arrival(clock.instant(), AGAIN.matcher(mail).find()));
  }

  @Override
  public void close() {
    door.close();
  }
}
