package kept.phone;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kept.conversations.Channel;
import kept.conversations.Contacts;
import kept.conversations.ConversationId;
import kept.conversations.Conversations;
import kept.conversations.Direction;
import kept.conversations.Effort;
import kept.conversations.Efforts;
import kept.customers.Customer;
import kept.customers.Customers;
import kept.customers.IdentityKind;
import kept.customers.VerificationLevel;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.NotFound;
import kept.platform.PhoneNumbers;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// Every call attempt, from before anybody's phone rings to the promise that it became when nobody
/// took it. Threads may share this object.
public final class Calls {
  /// What a matter is called until somebody who talked with them knows better.
  private static final String UNKNOWN_MATTER = "A call";

  private final Database database;
  private final Events events;
  private final House house;
  private final RingBacks ringBacks;
  private final InstantSource clock;
  private final CallStore store = new CallStore();

  /// What a call needs to know of the house.
  public record House(
      Customers customers, Conversations conversations, Contacts contacts, Efforts efforts) {}

  public Calls(
      Database database, Events events, House house, RingBacks ringBacks, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.house = house;
    this.ringBacks = ringBacks;
    this.clock = clock;
  }

  /// Somebody rings. Once this returns it is on disk with whoever it most likely is.
  ///
  /// @param number in E.164, null when withheld
  /// @param display the name that came with it, not to be trusted
  PhoneCall arrive(
      LineId line, @Nullable String number, String display, VerificationLevel sureness) {
    return database.inTransaction(tx -> {
      var customer = number == null ? withheld() : known(number, display, sureness);
      return begin(Direction.INBOUND, line, number, sureness, customer);
    });
  }

  /// We call them.
  PhoneCall callOut(String number) {
    return database.inTransaction(tx -> begin(
        Direction.OUTBOUND,
        null,
        number,
        VerificationLevel.RECOGNISED,
        known(number, "", VerificationLevel.RECOGNISED)));
  }

  private PhoneCall begin(
      Direction direction,
      @Nullable LineId line,
      @Nullable String number,
      VerificationLevel sureness,
      Customer customer) {
    var matter = house
        .contacts()
        .likelyMatter(customer.id())
        .orElseGet(
            () -> house.conversations().open(null, customer.id(), UNKNOWN_MATTER, Channel.CALL));
    var contact = house.contacts().begin(matter.id(), Channel.CALL, direction);
    var call = new PhoneCall(
        CallId.next(),
        direction,
        line,
        number,
        sureness,
        customer.id(),
        matter.id(),
        contact,
        null,
        clock.instant(),
        null,
        null,
        null,
        null,
        null,
        null,
        null);
    database.useTransaction(tx -> store.insert(tx, call));
    events.publish(null, new CallArrived(call.id(), matter.id(), customer.id()));
    return call;
  }

  private Customer known(String number, String display, VerificationLevel sureness) {
    return house
        .customers()
        .recognise(new Customers.Approach(
            IdentityKind.PHONE,
            number,
            display.isBlank() ? PhoneNumbers.words(number) : display,
            "by phone",
            sureness,
            false));
  }

  /// Each of them is somebody of their own: nothing says that two are the same.
  private Customer withheld() {
    return house.customers().meetNameless("Withheld number");
  }

  /// Whoever of us is on the matter.
  Optional<AgentId> whoKnows(PhoneCall call) {
    return Optional.ofNullable(house.conversations().get(call.conversation()).agent());
  }

  void rang(CallId id) {
    database.useTransaction(tx -> store.rang(tx, id, clock.instant()));
  }

  /// The line took it, with a prompt.
  void answered(CallId id) {
    database.useTransaction(tx -> store.answered(tx, id, clock.instant()));
  }

  /// They hear this person now. The first ends their wait, another one is a hand-over.
  void talks(PhoneCall call, AgentId agent) {
    database.useTransaction(tx -> {
      var now = clock.instant();
      var first = store.talks(tx, call.id(), agent, now);
      house.contacts().talks(call.conversation(), agent);
      if (!first) house.efforts().spend(call.conversation(), Effort.HAND_OVER, 1);
      else if (call.isInbound())
        spend(call, Effort.SECONDS_TO_A_PERSON, Duration.between(call.beganAt(), now));
      events.publish(agent, new CallTalks(call.id(), call.conversation(), agent));
    });
  }

  void held(PhoneCall call, Duration duration) {
    database.useTransaction(tx -> spend(call, Effort.HOLD, duration));
  }

  void pressed(PhoneCall call) {
    database.useTransaction(tx -> house.efforts().spend(call.conversation(), Effort.KEY, 1));
  }

  void recorded(CallId id, String file) {
    database.useTransaction(tx -> store.recorded(tx, id, file));
  }

  /// It is over; asked twice, nothing changes. When nobody took it, or we dropped it, a promise
  /// remains (law 1), in the same transaction.
  void end(CallId id, Outcome outcome) {
    database.useTransaction(tx -> {
      var call = store.locked(tx, id);
      if (call.isOver()) return;
      var now = clock.instant();
      var truly = call.talkedAt() != null && outcome != Outcome.DROPPED ? Outcome.TALKED : outcome;
      var owed = truly != Outcome.TALKED && truly != Outcome.NOT_REACHED;
      var promise = owed ? ringBacks.owed(call, truly) : null;
      house.contacts().lasted(call.contact(), call.talked(now));
      store.end(tx, id, truly, promise, now);
      if (owed) house.contacts().waits(call.conversation());
      events.publish(null, new CallEnded(id, call.conversation(), truly));
    });
  }

  /// Calls that nobody carries any more died with their process, or could not be ended when they
  /// were over.
  void endDead(Set<CallId> dead) {
    for (var call : live()) if (dead.contains(call.id())) end(call.id(), ended(call));
  }

  private static Outcome ended(PhoneCall call) {
    var unheard = !call.isInbound() && call.talkedAt() == null;
    return unheard ? Outcome.NOT_REACHED : Outcome.DROPPED;
  }

  public PhoneCall get(CallId id) {
    return database
        .read(tx -> store.find(tx, id))
        .orElseThrow(() -> new NotFound("There is no such call."));
  }

  /// Those that are not over, the longest one first.
  public List<PhoneCall> live() {
    return database.read(store::live);
  }

  /// How many are going on.
  public int countLive() {
    return database.read(store::countLive);
  }

  public List<PhoneCall> in(Collection<ConversationId> conversations) {
    return database.read(tx -> store.in(tx, conversations));
  }

  /// The latest first, from behind `after`.
  public List<PhoneCall> page(@Nullable PhoneCall after, int limit) {
    return database.read(tx -> store.page(tx, after, limit));
  }

  private void spend(PhoneCall call, Effort kind, Duration duration) {
    var seconds = Math.toIntExact(Math.max(0, duration.toSeconds()));
    house.efforts().spend(call.conversation(), kind, seconds);
  }
}
