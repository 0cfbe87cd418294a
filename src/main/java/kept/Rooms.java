package kept;

import java.nio.file.Path;
import java.time.InstantSource;
import kept.conversations.Conversations;
import kept.conversations.Efforts;
import kept.conversations.Messages;
import kept.conversations.Resolution;
import kept.customers.Customers;
import kept.platform.Blobs;
import kept.platform.Database;
import kept.platform.Deliveries;
import kept.platform.Events;
import kept.platform.Secrets;
import kept.promises.Alarms;
import kept.promises.Board;
import kept.promises.Promises;
import kept.recaps.Confirmations;
import kept.recaps.PageLinks;
import kept.recaps.Recaps;
import kept.team.Shop;
import kept.team.Team;

/// The doors of every room, made once over one database and one clock. Nothing runs by itself yet:
/// [Kept] starts the loops and opens the ports.
public record Rooms(
    Database database,
    InstantSource clock,
    Secrets secrets,
    Blobs blobs,
    Events events,
    Deliveries deliveries,
    Shop shop,
    Team team,
    Customers customers,
    Conversations conversations,
    Messages messages,
    Resolution resolution,
    Efforts efforts,
    Promises promises,
    Board board,
    Alarms alarms,
    PageLinks pageLinks,
    Recaps recaps,
    Confirmations confirmations) {

  public static Rooms in(Database database, Path data, InstantSource clock) {
    var secrets = Secrets.in(data.resolve("secret.key"));
    var blobs = new Blobs(data.resolve("files"), database, clock);
    var events = new Events(database, clock);
    var deliveries = new Deliveries(database, events, clock);
    var shop = new Shop(database, events);
    var team = new Team(database, events, clock);
    var customers = new Customers(database, events, clock);
    var conversations = new Conversations(database, events, clock);
    var messages = new Messages(database, events, deliveries, customers, clock);
    var efforts = new Efforts(database, events, clock);
    var resolution = new Resolution(database, events, efforts, clock);
    var promises = new Promises(database, events, team, conversations, messages, clock);
    var house = new Alarms.House(team, shop, customers, conversations);
    var alarms = new Alarms(database, events, house, deliveries, promises, clock);
    var links = new PageLinks(database, events, secrets, clock);
    var said = new Recaps.House(shop, team, customers, conversations);
    var recaps = new Recaps(database, events, said, messages, promises, resolution, clock);
    var works = new Confirmations.Works(promises, resolution, efforts, deliveries);
    var confirmations = new Confirmations(database, events, said, works, clock);
    return new Rooms(
        database,
        clock,
        secrets,
        blobs,
        events,
        deliveries,
        shop,
        team,
        customers,
        conversations,
        messages,
        resolution,
        efforts,
        promises,
        new Board(database),
        alarms,
        links,
        recaps,
        confirmations);
  }
}
