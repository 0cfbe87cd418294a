package kept;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.function.Supplier;
import kept.email.Filing;
import kept.email.Inbox;
import kept.email.LetterPostman;
import kept.email.MailWay;
import kept.email.Mailroom;
import kept.email.NewLinkPostman;
import kept.email.Postman;
import kept.email.Relay;
import kept.email.SmtpDoor;
import kept.platform.KeptClock;
import kept.platform.Unopened;
import kept.platform.Wakeups;
import kept.platform.push.PushLine;
import kept.platform.tls.Tls;
import kept.team.PushSender;
import org.jspecify.annotations.Nullable;

/// The mail of one Kept: the door it comes in by, the room where it is read, the ways it goes out;
/// and the way that alarms take to the team's browsers.
final class Post {
  private final Config.Mail config;
  private final Rooms rooms;

  Post(Config.Mail config, Rooms rooms) {
    this.config = config;
    this.rooms = rooms;
  }

  /// Takes mail from now on, encrypted for whoever asks where we have a certificate. A port that
  /// cannot be opened is said in a sentence.
  SmtpDoor openDoor(@Nullable Tls tls) {
    var inbox = new Inbox(rooms.database, rooms.blobs, rooms.shop, rooms.clock);
    try {
      var bind = InetAddress.getByName(config.bind());
      var settings = SmtpDoor.Settings.usual(
          bind, config.port(), hostName(), tls == null ? null : tls.context());
      return SmtpDoor.open(settings, inbox, rooms.clock);
    } catch (UnknownHostException e) {
      throw unopened(new UncheckedIOException(e));
    } catch (UncheckedIOException e) {
      throw unopened(e);
    }
  }

  private RuntimeException unopened(UncheckedIOException e) {
    return Unopened.port("KEPT_SMTP_PORT", config.bind(), config.port(), e);
  }

  /// Reads what came in, also what came before we were stopped.
  Mailroom startMailroom(Wakeups wakeups) {
    var house = new Filing.House(
        rooms.shop, rooms.customers, rooms.conversations, rooms.messages, rooms.deliveries);
    var filing = new Filing(rooms.database, rooms.blobs, house);
    var mailroom = new Mailroom(rooms.database, rooms.blobs, filing, rooms.clock);
    mailroom.start();
    wakeups.on(Inbox.CHANNEL, mailroom::wake);
    return mailroom;
  }

  /// The way out that the owner set; without one letters wait.
  Optional<MailWay> relay() {
    return Optional.ofNullable(config.relayUrl()).map(url -> new Relay(url, hostName()));
  }

  /// Lets letters go out this way; links in them begin with `deskUrl`.
  void wireSenders(MailWay way, Supplier<String> deskUrl) {
    var house = new Postman.House(
        rooms.shop,
        rooms.team,
        rooms.conversations,
        rooms.messages,
        rooms.recaps,
        rooms.pageLinks,
        rooms.blobs);
    rooms.deliveries.wire(new Postman(rooms.database, house, way, deskUrl, rooms.clock));
    rooms.deliveries.wire(new LetterPostman(rooms.shop, way, deskUrl, rooms.clock));
    var out = new NewLinkPostman.Way(way, deskUrl, rooms.clock);
    rooms.deliveries.wire(
        new NewLinkPostman(rooms.shop, rooms.conversations, rooms.pageLinks, out));
  }

  /// Lets alarms go out to the team's browsers. The line tells push services the true time,
  /// whatever the shop's clock says.
  PushLine wirePushes(Supplier<String> deskUrl) {
    var line = new PushLine(
        rooms.vapidKeys::get, () -> contact(deskUrl), rooms.pushReach, new KeptClock());
    rooms.deliveries.wire(new PushSender(rooms.pushSubscriptions, line, rooms.clock));
    return line;
  }

  /// Whom a push service may write to about what we send (RFC 8292, section 2.1).
  private String contact(Supplier<String> deskUrl) {
    return rooms
        .shop
        .find()
        .map(business -> business.email())
        .map(address -> "mailto:" + address)
        .orElseGet(deskUrl);
  }

  /// What we call ourselves to other servers: the domain of the shop's address, once there is one.
  private String hostName() {
    return rooms
        .shop
        .find()
        .map(business -> business.email())
        .map(address -> address.substring(address.indexOf('@') + 1))
        .orElse("localhost");
  }
}
