package kept.team;

import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.Refusal;
import org.jspecify.annotations.Nullable;

/// The business and its hours, as the owner set them. Threads may share this object.
public final class Shop {
  private final Database database;
  private final Events events;
  private final ShopStore store = new ShopStore();

  public Shop(Database database, Events events) {
    this.database = database;
    this.events = events;
  }

  /// Nothing before the set-up link was used.
  public Optional<Business> find() {
    return database.read(store::business);
  }

  public Business business() {
    return find().orElseThrow(Shop::notYet);
  }

  public OpeningHours hours() {
    return hours(business().zone());
  }

  /// What alarms are worked out from: nobody changes the hours before the running transaction ends,
  /// and what it made is worked out again when they do.
  public OpeningHours stayingHours() {
    return database.inTransaction(
        tx -> store.hours(tx, store.staying(tx).orElseThrow(Shop::notYet).zone()));
  }

  /// The same for whoever knows the shop's zone already.
  public OpeningHours hours(ZoneId zone) {
    return database.read(tx -> store.hours(tx, zone));
  }

  /// Times as this shop's people say them.
  public ShopTime time() {
    return new ShopTime(business().zone());
  }

  public void set(AgentId by, Business business, OpeningHours hours) {
    set(by, _ -> business, before -> hours);
  }

  /// The address that people write to; null takes mail to any. The rest stays as it is.
  public void setEmail(AgentId by, @Nullable String email) {
    database.useTransaction(tx -> {
      store.set(tx, store.locked(tx).orElseThrow(Shop::notYet).at(email));
      events.publish(by, new BusinessChanged(by));
    });
  }

  /// Changes the hours as they are at that moment, so that two people who change different things
  /// at once both get what they said.
  public void change(AgentId by, UnaryOperator<OpeningHours> change) {
    database.useTransaction(tx -> {
      var business = store.locked(tx).orElseThrow(Shop::notYet);
      store.setHours(tx, change.apply(store.hours(tx, business.zone())));
      events.publish(by, new BusinessChanged(by));
    });
  }

  /// Both at once, each as it is at that moment; before the set-up there is no business yet, and it
  /// is never open.
  public void set(
      AgentId by,
      Function<Optional<Business>, Business> business,
      UnaryOperator<OpeningHours> change) {
    database.useTransaction(tx -> {
      var now = business.apply(store.locked(tx));
      store.set(tx, now);
      store.setHours(tx, change.apply(store.hours(tx, now.zone())));
      events.publish(by, new BusinessChanged(by));
    });
  }

  static Refusal notYet() {
    return new Refusal("The shop is not set up yet. Use the set-up link first.");
  }
}
