package kept;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kept.desk.LiveFeed;
import kept.desk.LivePages;
import kept.email.SmtpDoor;
import kept.exchange.Backups;
import kept.phone.AlarmCaller;
import kept.phone.CallAlarms;
import kept.phone.PhoneLine;
import kept.phone.PhoneSetUpChanged;
import kept.phone.Switchboard;
import kept.phone.Talks;
import kept.platform.Database;
import kept.platform.Deliveries;
import kept.platform.Events;
import kept.platform.Hourly;
import kept.platform.Listeners;
import kept.platform.Loop;
import kept.platform.Refusal;
import kept.platform.Wakeups;
import kept.platform.http.LiveStreams;
import kept.platform.http.Pages;
import kept.platform.http.Web;
import kept.platform.tls.Tls;
import kept.promises.Alarms;
import kept.promises.SelfCheck;
import kept.team.SessionCookie;
import kept.team.TeamGuard;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one process, and the only place where its parts are wired.
///
/// Parts are opened in order and closed in reverse, also when opening one of them fails.
public final class Kept implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Kept.class);

  private final Config config;
  private final Rooms rooms;
  private final Parts parts = new Parts();
  private final LiveStreams live = new LiveStreams();
  private final Web web;
  private final SmtpDoor smtp;
  private final Switchboard board;
  private final PhoneLine phone;

  private Kept(Config config, Rooms rooms, Database.Address address, Pages pages, Extras extras) {
    this.config = config;
    this.rooms = rooms;
    try {
      var programs = parts.add(new Programs(rooms, live));
      startLoops(address);
      var post = new Post(config.mail(), rooms);
      var tls = Optional.ofNullable(config.tls())
          .map(files -> parts.add(Tls.open(files, rooms.clock)))
          .orElse(null);
      this.smtp = parts.add(post.openDoor(tls));
      this.board = Telephone.board(config, rooms);
      this.phone = parts.add(Telephone.open(config, rooms, board, address, tls));
      rooms.alarms.wire(new CallAlarms(rooms.phones));
      rooms.deliveries.wire(new AlarmCaller(board, rooms.promises));
      rooms.events.within(
          PhoneSetUpChanged.class, (by, changed) -> rooms.database.afterCommit(phone::wake));
      this.web = parts.add(startWeb(tls, pages, extras, programs));
      parts.add(live);
      rooms.alarms.awaitCatchingUp();
      parts.add(post.wirePushes(this::url));
      parts.add(Texting.wireSenders(rooms, this::url));
      extras.way().or(post::relay).ifPresent(out -> post.wireSenders(out, this::url));
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  public static void main(String[] arguments) {
    try {
      Commands.run(List.of(arguments), System.getenv());
    } catch (Refusal e) {
      System.err.println(e.sentence());
      System.exit(1);
    }
  }

  /// Runs everything on a database that is there and migrated.
  public static Kept start(
      Config config, Rooms rooms, Database.Address address, Pages pages, Extras extras) {
    return new Kept(config, rooms, address, pages, extras);
  }

  /// Somebody moved the clock: everything that sleeps until a time looks again.
  public void clockMoved() {
    rooms.alarms.wake();
    rooms.deliveries.wake();
  }

  public Rooms rooms() {
    return rooms;
  }

  public int httpPort() {
    return web.port();
  }

  /// -1 without a certificate.
  public int httpsPort() {
    return web.httpsPort();
  }

  /// Every way in over HTTP.
  public List<Web.Door> doors() {
    return web.doors();
  }

  public int smtpPort() {
    return smtp.port();
  }

  /// What people at the desk do with calls.
  public Talks talks() {
    return new Talks(board);
  }

  /// The port of SIP; -1 while no phone, number or trunk is set up.
  public int sipPort() {
    return phone.port();
  }

  /// The port of SIP over TLS; -1 while none is open.
  public int sipTlsPort() {
    return phone.tlsPort();
  }

  /// Where people reach the desk: what the owner set, else this machine.
  public String url() {
    var set = config.web().publicUrl();
    return set == null ? "http://localhost:" + httpPort() : set;
  }

  /// Stops taking requests, lets what runs finish, and closes the parts in reverse order.
  @Override
  public void close() {
    parts.close();
  }

  private void startLoops(Database.Address address) {
    var listeners = parts.add(new Listeners(rooms.database, rooms.events, rooms.clock));
    rooms.deliveries.start();
    parts.add(rooms.deliveries);
    rooms.alarms.start();
    parts.add(rooms.alarms);
    parts.add(Loop.start("housekeeping", rooms.clock, new Hourly(rooms.clock, this::keepHouse)));
    var backups = House.backups(config, rooms);
    parts.add(Loop.start("backup", rooms.clock, () -> backUp(backups)));
    listeners.start(SelfCheck.LISTENER, rooms.alarms.check()::hear);
    parts.add(Loop.start("self-check", rooms.clock, rooms.alarms.check()::judge));
    var wakeups = parts.add(new Wakeups(address, rooms.database::reconnect));
    parts.add(new Post(config.mail(), rooms).startMailroom(wakeups));
    parts.add(Texting.startReading(rooms));
    var asked = new LiveFeed.Asked(rooms.promises, rooms.alarms, rooms.sessions);
    var feed = parts.add(new LiveFeed(rooms.events, live, asked, rooms.clock));
    wakeups.on(Events.CHANNEL, listeners::wake);
    wakeups.on(Events.CHANNEL, feed::wake);
    wakeups.on(Deliveries.CHANNEL, rooms.deliveries::wake);
    wakeups.on(Alarms.CHANNEL, rooms.alarms::wake);
    wakeups.start();
  }

  /// A shop that is not set up yet has no night of its own.
  private Instant backUp(Backups backups) {
    if (rooms.shop.find().isEmpty()) return rooms.clock.instant().plus(Duration.ofHours(1));
    return backups.nightly(at -> rooms.shop.time().local(at));
  }

  /// What nobody waits for: old rows go, and seven days of silence lapse a matter.
  private void keepHouse() {
    rooms.sessions.forgetOld();
    rooms.pageLinks.forgetOld();
    rooms.formKeys.forgetOld();
    rooms.passkeys.forgetOld();
    rooms.resolution.lapseSilent();
    rooms.outsideCalls.endForgotten();
    rooms.recordings.forgetOld();
    rooms.retention.run();
    rooms.blobSweep.sweep();
    rooms.recordings.sweep();
  }

  private Web startWeb(@Nullable Tls tls, Pages pages, Extras extras, Programs programs) {
    var assets = extras.assets();
    var staff = new Staff(
        config.withSmtpOn(smtp.port()),
        rooms,
        new Telephone.Desk(board, phone),
        pages,
        assets,
        extras);
    var routes = new ArrayList<>(staff.routes());
    routes.add(new LivePages(live, rooms.alarms));
    routes.addAll(Visitors.routes(rooms, pages, assets, config.web()));
    routes.add(Texting.routes(rooms, config.web()));
    routes.addAll(extras.routes(this));
    var cookie = new SessionCookie(config.web());
    var guard = new TeamGuard(rooms.sessions, rooms.tokens, rooms.invitations, cookie);
    routes.add(staff.errors(guard));
    routes.addAll(programs.routes(config.web(), guard, phone));
    var encrypted = tls == null ? null : tls.context();
    return Web.start(config.web(), encrypted, pages, assets, guard, routes);
  }

  /// What is open, closed in reverse.
  private static final class Parts implements AutoCloseable {
    private final List<AutoCloseable> open = new ArrayList<>();

    <T extends AutoCloseable> T add(T part) {
      open.add(part);
      return part;
    }

    @Override
    public void close() {
      for (var part : open.reversed()) {
        try {
          part.close();
        } catch (Exception e) {
          log.warn("{} did not close cleanly", part.getClass().getSimpleName(), e);
        }
      }
    }
  }
}
