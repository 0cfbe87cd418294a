package kept.phone;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import kept.conversations.Channel;
import kept.conversations.Direction;
import kept.customers.Customer;
import kept.customers.CustomerId;
import kept.customers.Customers;
import kept.customers.IdentityKind;
import kept.customers.VerificationLevel;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.PhoneNumbers;
import kept.promises.PromiseId;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// Who it is that calls or is called, and the matter it is most likely about: with both a
/// call begins. Threads may share this object.
final class Callers {
  /// What a matter is called until somebody who talked with them knows better.
  static final String UNKNOWN_MATTER = "A call";

  private final Database database;
  private final Events events;
  private final Calls.House house;
  private final CallStore store;
  private final InstantSource clock;

  Callers(
      Database database, Events events, Calls.House house, CallStore store, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.house = house;
    this.store = store;
    this.clock = clock;
  }

  /// Somebody rings. Once this returns it is on disk with whoever it most likely is.
  ///
  /// @param number in E.164, null when withheld
  /// @param display the name that came with it, not to be trusted
  PhoneCall arrive(
      @Nullable LineId line, @Nullable String number, String display, VerificationLevel sureness) {
    return database.inTransaction(tx -> begin(
        Direction.INBOUND,
        line,
        number,
        sureness,
        () -> number == null ? withheld() : known(number, display, sureness),
        null));
  }

  /// We call them.
  ///
  /// @param who whom we mean to reach on that number; null is whoever has it
  /// @param about the promise that this keeps if they are reached
  PhoneCall callOut(String number, @Nullable CustomerId who, @Nullable PromiseId about) {
    return database.inTransaction(tx -> begin(
        Direction.OUTBOUND,
        null,
        number,
        VerificationLevel.RECOGNISED,
        () -> who == null
            ? known(number, "", VerificationLevel.RECOGNISED)
            : house.customers().get(who),
        about));
  }

  /// Whether nobody has talked with this caller before.
  boolean isFirst(PhoneCall call) {
    return call.isFirst(house.customers().get(call.customer()).since());
  }

  private PhoneCall begin(
      Direction direction,
      @Nullable LineId line,
      @Nullable String number,
      VerificationLevel sureness,
      Supplier<Customer> who,
      @Nullable PromiseId about) {
    // Before the customer is met, or whoever rings for the first time would count as known.
    var began = clock.instant();
    var customer = who.get();
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
        began,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        about,
        0,
        null,
        Carrier.LINE,
        PhoneCall.Tape.NONE);
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
    return house.customers().meetNameless(Customer.WITHHELD);
  }

  /// Whoever of us is on the matter.
  Optional<AgentId> whoKnows(PhoneCall call) {
    return Optional.ofNullable(house.conversations().get(call.conversation()).agent());
  }
}
