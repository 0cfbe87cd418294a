package kept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.function.UnaryOperator;
import kept.conversations.Channel;
import kept.conversations.Conversation;
import kept.conversations.Draft;
import kept.conversations.Incoming;
import kept.customers.Customer;
import kept.customers.Customers.Approach;
import kept.customers.IdentityKind;
import kept.customers.VerificationLevel;
import kept.platform.Database;
import kept.platform.SettableClock;
import kept.platform.TestPostgres;
import kept.platform.push.PushReach;
import kept.promises.Commitment;
import kept.promises.Kind;
import kept.promises.Promise;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.Business;
import kept.team.OpeningHours;
import kept.team.Role;
import org.jspecify.annotations.Nullable;

/// Marlow & Daughter on a database of its own, with nothing running: tests crank it by hand.
public final class TestShop implements AutoCloseable {
  public final Database.Address address = TestPostgres.newDatabase();
  public final SettableClock clock = new SettableClock();
  public final Path folder = temporary();
  public final Database database = Database.open(address, 4);
  public final Rooms rooms;
  public final AgentId dana;
  public final AgentId priya;
  public final AgentId edie;
  public final AgentId tomas;

  public TestShop() {
    this(PushReach.publicInternet());
  }

  /// Its alarms go to push services within this reach.
  public TestShop(PushReach reach) {
    rooms = new Rooms(database, Config.Ground.in(folder, null), clock, reach);
    dana = join("Dana Marlow", Role.OWNER, null);
    priya = join("Priya Nair", Role.AGENT, dana);
    edie = join("Edie Moss", Role.AGENT, priya);
    tomas = join("Tomás Reyes", Role.HELPER, edie);
    rooms.shop.set(
        dana,
        new Business(
            "Marlow & Daughter",
            ZoneId.of("America/New_York"),
            "hello@marlow.example.com",
            null,
            255),
        hours());
  }

  /// Where its database is, as `KEPT_DATABASE_URL` says it.
  String url() {
    var who = address.user() + ":" + address.password();
    return address.url().replace("jdbc:postgresql://", "postgresql://" + who + "@");
  }

  /// Somebody writes for the first time.
  public Conversation letterFrom(String name, String email, String matter, String words) {
    var customer = customer(name, email);
    var conversation = rooms.conversations.open(null, customer.id(), matter, Channel.EMAIL);
    rooms.messages.receive(
        conversation.id(), Incoming.of(Channel.EMAIL, clock.instant(), Draft.of(words)));
    return rooms.conversations.get(conversation.id());
  }

  public Conversation crackedTv() {
    return letterFrom(
        "Chuck Alvarez", "chuck@example.com", "Cracked TV", "It came with a crack in the corner.");
  }

  public Customer customer(String name, String email) {
    return rooms.customers.recognise(new Approach(
        IdentityKind.EMAIL, email, name, "wrote to us", VerificationLevel.RECOGNISED, false));
  }

  public Promise promise(Conversation conversation, AgentId keeper, Duration in) {
    return rooms.promises.make(keeper, commitment(conversation, keeper, clock.in(in)));
  }

  public static Commitment commitment(Conversation conversation, AgentId keeper, Instant due) {
    return new Commitment(
        conversation.id(),
        "Swap the cracked TV",
        Kind.REPLACEMENT,
        keeper,
        null,
        due,
        Channel.EMAIL);
  }

  /// Changes somebody of the team.
  public void change(AgentId id, UnaryOperator<Agent> change) {
    rooms.team.change(dana, change.apply(rooms.team.get(id)));
  }

  @Override
  public void close() {
    database.close();
    TestPostgres.drop(address);
  }

  private AgentId join(String name, Role role, @Nullable AgentId second) {
    var first = name.substring(0, name.indexOf(' ')).toLowerCase(java.util.Locale.ROOT);
    var email = first.replace('á', 'a') + "@example.com";
    return rooms.team.join(
        new Agent(AgentId.next(), name, email, role, second, 165, true, "", null), null);
  }

  private static OpeningHours hours() {
    var spans = new EnumMap<DayOfWeek, List<OpeningHours.Span>>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      if (day == DayOfWeek.SUNDAY) continue;
      spans.put(day, List.of(new OpeningHours.Span(LocalTime.of(8, 0), LocalTime.of(18, 0))));
    }
    return new OpeningHours(ZoneId.of("America/New_York"), spans);
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory(Path.of("target"), "shop");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
