package kept;

import java.time.InstantSource;
import kept.conversations.Conversations;
import kept.conversations.Efforts;
import kept.conversations.LastTalks;
import kept.conversations.Messages;
import kept.conversations.Resolution;
import kept.customers.Customers;
import kept.customers.Directory;
import kept.platform.Blobs;
import kept.platform.Database;
import kept.platform.Deliveries;
import kept.platform.Events;
import kept.platform.FormKeys;
import kept.platform.Secrets;
import kept.platform.push.PushReach;
import kept.platform.push.VapidKeys;
import kept.promises.AlarmLog;
import kept.promises.Alarms;
import kept.promises.Board;
import kept.promises.Endings;
import kept.promises.Promises;
import kept.promises.PushAlarms;
import kept.promises.Tallies;
import kept.recaps.Confirmations;
import kept.recaps.NewLinks;
import kept.recaps.PageLinks;
import kept.recaps.Recaps;
import kept.team.ApiTokens;
import kept.team.CalendarLinks;
import kept.team.Invitations;
import kept.team.Presence;
import kept.team.PushSubscriptions;
import kept.team.Pushes;
import kept.team.Sessions;
import kept.team.Shop;
import kept.team.SignIn;
import kept.team.Team;

/// The doors of every room, made once over one database and one clock. Nothing runs by itself yet:
/// [Kept] starts the loops and opens the ports.
public final class Rooms {
  public final Database database;
  public final InstantSource clock;
  public final Secrets secrets;
  public final Blobs blobs;
  public final Events events;
  public final Deliveries deliveries;
  public final FormKeys formKeys;
  public final Shop shop;
  public final Team team;
  public final Presence presence;
  public final Sessions sessions;
  public final Invitations invitations;
  public final SignIn signIn;
  public final ApiTokens tokens;
  public final CalendarLinks calendarLinks;
  public final VapidKeys vapidKeys;
  public final PushReach pushReach;
  public final PushSubscriptions pushSubscriptions;
  public final Pushes pushes;
  public final Customers customers;
  public final Directory directory;
  public final Conversations conversations;
  public final LastTalks lastTalks;
  public final Messages messages;
  public final Efforts efforts;
  public final Resolution resolution;
  public final Promises promises;
  public final Endings endings;
  public final Board board;
  public final Tallies tallies;
  public final Alarms alarms;
  public final AlarmLog alarmLog;
  public final PageLinks pageLinks;
  public final NewLinks newLinks;
  public final Recaps recaps;
  public final Confirmations confirmations;

  public Rooms(Database database, Config.Ground ground, InstantSource clock) {
    this(database, ground, clock, PushReach.publicInternet());
  }

  /// Pushes go only to browsers whose push service is within this reach.
  public Rooms(Database database, Config.Ground ground, InstantSource clock, PushReach pushReach) {
    this.database = database;
    this.clock = clock;
    secrets = Secrets.in(ground.secretKey());
    blobs = new Blobs(ground.files(), database, clock);
    events = new Events(database, clock);
    deliveries = new Deliveries(database, events, clock);
    formKeys = new FormKeys(database, clock);
    shop = new Shop(database, events);
    team = new Team(database, events, clock);
    presence = new Presence(database, events, shop, clock);
    sessions = new Sessions(database, events, secrets, clock);
    invitations = new Invitations(database, events, secrets, clock, team);
    signIn = new SignIn(database, events, secrets, clock, sessions);
    tokens = new ApiTokens(database, events, secrets, clock);
    calendarLinks = new CalendarLinks(database, events, secrets, clock);
    this.pushReach = pushReach;
    vapidKeys = new VapidKeys(database, secrets, clock);
    pushSubscriptions = new PushSubscriptions(database, events, pushReach, clock);
    pushes = new Pushes(database, pushSubscriptions, deliveries, clock);
    customers = new Customers(database, events, clock);
    directory = new Directory(database);
    conversations = new Conversations(database, events, team, clock);
    lastTalks = new LastTalks(database);
    messages = new Messages(database, events, deliveries, customers, clock);
    efforts = new Efforts(database, events, clock);
    resolution = new Resolution(database, events, efforts, clock);
    var kept = new Promises.House(team, shop, presence, conversations, messages);
    promises = new Promises(database, events, kept, deliveries, clock);
    endings = new Endings(database, events, kept, deliveries, clock);
    board = new Board(database);
    tallies = new Tallies(database);
    var house = new Alarms.House(team, presence, shop, customers);
    alarms = new Alarms(database, events, house, deliveries, promises, clock);
    alarms.wire(new PushAlarms(pushes));
    alarmLog = new AlarmLog(database);
    pageLinks = new PageLinks(database, events, secrets, clock);
    newLinks = new NewLinks(database, conversations, customers, deliveries);
    var said = new Recaps.House(shop, team, customers, conversations);
    recaps = new Recaps(database, events, said, messages, promises, resolution, clock);
    var works = new Confirmations.Works(promises, endings, resolution, efforts, deliveries);
    confirmations = new Confirmations(database, events, said, works, clock);
  }
}
