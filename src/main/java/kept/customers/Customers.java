package kept.customers;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.Id;
import kept.platform.Limit;
import kept.platform.NotFound;
import kept.platform.Refusal;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// The people we serve, found by how they reach us. Threads may share this object.
public final class Customers {
  private static final Limit NAME = new Limit(120, "Use a shorter name.");
  private static final String FORGOTTEN =
      "They were forgotten. Nothing more is written, promised or said to them.";
  private static final Limit LABEL = new Limit(80, "Say in fewer words what it is that we know.");
  private static final Limit VALUE = new Limit(2_000, "Write less, or put it into a note.");

  private final Database database;
  private final Events events;
  private final InstantSource clock;
  private final CustomerStore store = new CustomerStore();
  private final KnowledgeStore knowledge = new KnowledgeStore();

  public Customers(Database database, Events events, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /// Whoever this identity belongs to, met now if we never heard from it. Two first letters at once
  /// make one customer.
  public Customer recognise(Approach approach) {
    return database.inTransaction(tx -> {
      var now = clock.instant();
      var value = Identity.normalise(approach.kind(), approach.value());
      var known = store.byIdentity(tx, approach.kind(), value);
      if (known.isPresent()) {
        store.used(tx, approach.kind(), value, approach.level(), now);
        return known.get();
      }
      var met =
          new Customer(CustomerId.next(), approach.nameOrValue(), null, now, approach.sample());
      store.insert(tx, met);
      var identity = identity(met.id(), approach, value);
      if (!store.insertIdentity(tx, identity, now)) {
        store.undoInsert(tx, met.id());
        return store.byIdentity(tx, approach.kind(), value).orElseThrow();
      }
      events.publish(null, new CustomerMet(met.id()));
      return met;
    });
  }

  /// Somebody who gives no way of reaching them, and whom we cannot tell from anybody else.
  public Customer meetNameless(String name) {
    return database.inTransaction(tx -> {
      var met = new Customer(CustomerId.next(), name, null, clock.instant(), false);
      store.insert(tx, met);
      events.publish(null, new CustomerMet(met.id()));
      return met;
    });
  }

  /// A name as we may write it down; one that is too long is refused.
  public static String name(String typed) {
    return NAME.check(typed);
  }

  /// Somebody reaches us: by what, under which name if they gave one, and how sure we are.
  /// A name that a stranger gives is cut rather than refused.
  public record Approach(
      IdentityKind kind,
      String value,
      @Nullable String name,
      String source,
      VerificationLevel level,
      boolean sample) {

    String nameOrValue() {
      return NAME.cut(name == null || name.isBlank() ? value : name);
    }
  }

  public Customer get(CustomerId id) {
    return find(id).orElseThrow(() -> new NotFound("We don’t know this person."));
  }

  /// The customer, or the one they were merged into.
  public Optional<Customer> find(CustomerId id) {
    return database.read(tx -> store.customer(tx, id));
  }

  /// Whether nothing is kept of them any more but that they were here.
  public boolean isForgotten(CustomerId id) {
    return forgottenAt(id).isPresent();
  }

  /// When they were forgotten, if they were.
  public Optional<Instant> forgottenAt(CustomerId id) {
    return database.read(tx -> store.forgottenAt(tx, id));
  }

  /// Before anything begins that leads to them. The database itself refuses what is written in the
  /// end, in the same words.
  public void refuseForgotten(CustomerId id) {
    if (isForgotten(id)) throw new Refusal(FORGOTTEN);
  }

  public Map<CustomerId, Customer> named(Collection<CustomerId> ids) {
    return database.read(tx -> store.customers(tx, ids));
  }

  /// Names, addresses and numbers that contain these words, the most recently heard from first.
  public List<Customer> search(String words, int limit) {
    return database.read(tx -> store.search(tx, words.strip(), limit));
  }

  /// Whoever has one of these words in their name, those with most of them first. The words are as
  /// `PlainName` writes them.
  public List<Customer> called(Collection<String> words, int limit) {
    return words.isEmpty() ? List.of() : database.read(tx -> store.called(tx, words, limit));
  }

  /// Everyone, latest known first, from behind `after`.
  public List<Customer> page(@Nullable CustomerId after, int limit) {
    return database.read(tx -> store.page(tx, after, limit));
  }

  /// Everyone with these words in their name, address or number, latest known first.
  public List<Customer> pageOf(String words, @Nullable CustomerId after, int limit) {
    return database.read(tx -> store.pageOf(tx, words.strip(), after, limit));
  }

  /// Everything we hold of somebody besides their conversations.
  public Knowledge knowledgeOf(CustomerId id) {
    return database.read(tx -> new Knowledge(
        store.identities(tx, id), knowledge.facts(tx, id), knowledge.possessions(tx, id)));
  }

  public void rename(AgentId by, CustomerId id, String name) {
    if (name.isBlank()) throw new Refusal("Say what they are called.");
    change(by, id, () -> database.useTransaction(tx -> store.rename(tx, id, name(name))));
  }

  public void learn(@Nullable Id by, CustomerId id, Fact fact) {
    if (fact.label().isBlank()) throw new Refusal("Say what it is that we know.");
    var learnt = new Fact(LABEL.check(fact.label()), VALUE.check(fact.value()));
    change(
        by,
        id,
        () -> database.useTransaction(tx -> knowledge.learn(tx, id, learnt, by, clock.instant())));
  }

  public void owns(CustomerId id, Possession possession) {
    change(null, id, () -> database.useTransaction(tx -> knowledge.owns(tx, id, possession)));
  }

  /// They proved an address or number to be theirs, by opening what we sent there.
  public void confirm(CustomerId id, IdentityKind kind, String value) {
    database.useTransaction(tx -> {
      var normal = Identity.normalise(kind, value);
      store
          .confirm(tx, id, kind, normal, clock.instant())
          .ifPresent(identity -> events.publish(id, new IdentityConfirmed(id, identity)));
    });
  }

  /// Gives somebody one more way of reaching us; refused when it belongs to somebody else.
  public void addIdentity(@Nullable Id by, CustomerId id, Approach approach) {
    change(
        by,
        id,
        () -> database.useTransaction(tx -> {
          var value = Identity.normalise(approach.kind(), approach.value());
          var added = store.insertIdentity(tx, identity(id, approach, value), clock.instant());
          if (!added) throw new Refusal(value + " belongs to somebody already.");
        }));
  }

  private void change(@Nullable Id by, CustomerId id, Runnable change) {
    database.useTransaction(tx -> {
      get(id);
      store.lock(tx, id);
      refuseForgotten(id);
      change.run();
      events.publish(by, new CustomerChanged(id));
    });
  }

  private Identity identity(CustomerId customer, Approach approach, String value) {
    var now = clock.instant();
    var verified = approach.level() == VerificationLevel.VERIFIED ? now : null;
    return new Identity(
        IdentityId.next(),
        customer,
        approach.kind(),
        value,
        approach.source(),
        approach.level(),
        verified,
        now);
  }
}
