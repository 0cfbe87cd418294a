package kept.frontdoor;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kept.conversations.Channel;
import kept.conversations.Contacts;
import kept.conversations.Conversation;
import kept.conversations.Conversations;
import kept.conversations.Draft;
import kept.conversations.Incoming;
import kept.conversations.Messages;
import kept.customers.Customer;
import kept.customers.Customers;
import kept.customers.IdentityKind;
import kept.customers.VerificationLevel;
import kept.platform.Database;
import kept.platform.Id;
import kept.platform.Limit;
import kept.platform.Refusal;
import kept.platform.Rows;
import kept.platform.Secrets;
import kept.promises.ChosenTimes;
import kept.promises.Commitment;
import kept.promises.Kind;
import kept.promises.Promise;
import kept.promises.PromiseId;
import kept.promises.Promises;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.Presence;
import kept.team.Role;
import kept.team.Shop;
import kept.team.Team;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Calls of ours that a customer books: another time for the one that is promised, or a first one.
/// Threads may share this object.
public final class Bookings {
  /// A call is made long before; who opens an older link is told to ring.
  static final Duration LIFE = Duration.ofDays(7);

  private static final Duration AHEAD = Duration.ofDays(15);
  private static final String TAKEN = "That time has just been taken. Pick another.";
  private static final Limit ABOUT = new Limit(300, "Say what it’s about in fewer words.");
  private static final String MATTER = "A call";

  private final Database database;
  private final Secrets secrets;
  private final House house;
  private final Works works;
  private final InstantSource clock;

  /// Whom a booking is made with.
  public record House(Shop shop, Team team, Presence presence, Customers customers) {}

  /// What a booking sets in motion.
  public record Works(
      Conversations conversations,
      Contacts contacts,
      Messages messages,
      Promises promises,
      ChosenTimes times) {}

  public Bookings(
      Database database, Secrets secrets, House house, Works works, InstantSource clock) {
    this.database = database;
    this.secrets = secrets;
    this.house = house;
    this.works = works;
    this.clock = clock;
  }

  /// A link to the booking of one promised call, and the number that it was sent to.
  public record Link(PromiseId promise, String sentTo, Instant expiresAt) {
    public boolean opens(Instant now) {
      return now.isBefore(expiresAt);
    }
  }

  /// Somebody who books without having been promised anything: what they typed.
  public record Stranger(String name, String number) {}

  /// A fresh token that picks another time for this call, for a text to this number.
  public String mint(PromiseId promise, String sentTo) {
    var token = secrets.freshShortToken();
    database.useTransaction(tx -> tx.createUpdate("""
                    insert into booking_link (id, token_hash, promise, sent_to, created_at, expires_at)
                    values (:id, :hash, :promise, :sentTo, :now, :expires)
                    """)
        .bind("id", Id.fresh())
        .bind("hash", secrets.hash(token))
        .bind("promise", promise)
        .bind("sentTo", sentTo)
        .bind("now", clock.instant())
        .bind("expires", clock.instant().plus(LIFE))
        .execute());
    return token;
  }

  /// The link of a token, also an old one.
  public Optional<Link> find(String token) {
    return database.read(tx -> tx.createQuery("select * from booking_link where token_hash = :hash")
        .bind("hash", secrets.hash(token))
        .map((row, context) -> new Link(
            Rows.id(row, "promise", PromiseId::new),
            row.getString("sent_to"),
            Rows.time(row, "expires_at")))
        .findOne());
  }

  /// The times that are free; whoever keeps the promise rings, if they can.
  public BookingTimes times(@Nullable Promise promise) {
    var now = clock.instant();
    var owed = works.times().callsDue(now, now.plus(AHEAD)).stream()
        .filter(other -> promise == null || !other.id().equals(promise.id()))
        .collect(groupingBy(
            other -> BookingTimes.quarter(other.dueAt()), mapping(Promise::keeper, toList())));
    return new BookingTimes(
        house.shop().hours(), house.presence().roster(), ringing(promise), owed, now);
  }

  private List<Agent> ringing(@Nullable Promise promise) {
    var keeper = promise == null ? null : promise.keeper();
    return house.team().here().stream()
        .filter(agent ->
            agent.id().equals(keeper) || (agent.takingCalls() && agent.role() != Role.HELPER))
        .sorted(Comparator.comparing(agent -> !agent.id().equals(keeper)))
        .toList();
  }

  /// Moves the promised call to a time that is free. Two who want the last place of a quarter take
  /// turns; the second is told.
  public Promise choose(PromiseId id, Instant at, String about) {
    return database.inTransaction(tx -> {
      oneAtATime(tx);
      var promise = works.promises().get(id);
      if (promise.isOpen() && promise.dueAt().equals(at)) return promise;
      var slot = times(promise).at(at).orElseThrow(() -> new Refusal(TAKEN));
      var choice = new ChosenTimes.Choice(at, slot.keeper(), words(at, about));
      return works.times().choose(id, choice);
    });
  }

  /// Promises somebody a call who was promised none. Their number proves nothing: they are at most
  /// recognised, and see nothing of whoever has it.
  public Promise ask(Stranger stranger, Instant at, String about) {
    if (stranger.name().isBlank()) throw new Refusal("Say what you are called.");
    return database.inTransaction(tx -> {
      oneAtATime(tx);
      var slot = times(null).at(at).orElseThrow(() -> new Refusal(TAKEN));
      var customer = customer(stranger);
      var matter = matter(customer, about);
      var said = stranger.name().strip() + " asked on our page: " + words(at, about);
      works
          .messages()
          .receive(
              matter.id(),
              new Incoming(Channel.PAGE, clock.instant(), null, false, Draft.of(said)));
      return works.promises().make(slot.keeper(), commitment(matter, customer, slot.keeper(), at));
    });
  }

  private static Commitment commitment(
      Conversation matter, Customer customer, AgentId keeper, Instant at) {
    var what = "Ring " + Customer.firstNameOf(customer.name()) + " back";
    return new Commitment(matter.id(), what, Kind.CALLBACK, keeper, null, at, Channel.PAGE);
  }

  private Customer customer(Stranger stranger) {
    return house
        .customers()
        .recognise(new Customers.Approach(
            IdentityKind.PHONE,
            stranger.number(),
            stranger.name(),
            "booked a call",
            VerificationLevel.RECOGNISED,
            false));
  }

  private Conversation matter(Customer customer, String about) {
    return works
        .contacts()
        .likelyMatter(customer.id())
        .orElseGet(() -> works
            .conversations()
            .open(null, customer.id(), about.isBlank() ? MATTER : about, Channel.PAGE));
  }

  /// "Ring me tomorrow 8:15 am. It’s about: the dishwasher leaves a puddle"
  private String words(Instant at, String about) {
    var when = house.shop().time().due(at, clock.instant());
    var asks = "Ring me " + (Character.isDigit(when.charAt(0)) ? "at " : "") + when + ".";
    var what = ABOUT.check(about);
    return what.isEmpty() ? asks : asks + " It’s about: " + what;
  }

  /// Held until the running transaction ends.
  private static void oneAtATime(Handle tx) {
    tx.execute("select pg_advisory_xact_lock(hashtext('kept.booking'))");
  }
}
