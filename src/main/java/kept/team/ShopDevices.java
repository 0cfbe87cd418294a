package kept.team;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.Limit;
import kept.platform.NotFound;
import kept.platform.Refusal;
import kept.platform.Rows;
import kept.platform.Secrets;

/// The devices that the owner said are the shop's. They show the team's faces, and whoever comes in
/// there is out again when the shop closes. Threads may share this object.
public final class ShopDevices {
  private static final Limit NAME = new Limit(80, "Use a shorter name.");
  /// For whoever comes in after closing, or on a day that is closed.
  private static final Duration OUT_OF_HOURS = Duration.ofHours(2);

  private final Database database;
  private final Events events;
  private final Secrets secrets;
  private final Shop shop;
  private final InstantSource clock;

  public ShopDevices(
      Database database, Events events, Secrets secrets, Shop shop, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.secrets = secrets;
    this.shop = shop;
    this.clock = clock;
  }

  /// Gives the token that the device's browser is to keep.
  public String make(AgentId by, String name) {
    if (name.isBlank()) throw new Refusal("Give the device a name, as in “Counter tablet”.");
    var token = secrets.freshToken();
    var id = ShopDeviceId.next();
    database.useTransaction(tx -> {
      tx.createUpdate("""
              insert into shop_device (id, token_hash, name, made_by, made_at)
              values (:id, :hash, :name, :by, :now)
              """)
          .bind("id", id)
          .bind("hash", secrets.hash(token))
          .bind("name", NAME.check(name))
          .bind("by", by)
          .bind("now", clock.instant())
          .execute();
      events.publish(by, new ShopDeviceMade(id));
    });
    return token;
  }

  /// Whether a browser with this token is one of them.
  public boolean has(String token) {
    return database.read(tx -> tx.createQuery(
            "select exists (select from shop_device where token_hash = :hash and removed_at is null)")
        .bind("hash", secrets.hash(token))
        .mapTo(Boolean.class)
        .one());
  }

  public List<ShopDevice> list() {
    return database.read(tx -> tx.createQuery(
            "select * from shop_device where removed_at is null order by made_at")
        .map((row, context) -> new ShopDevice(
            Rows.id(row, "id", ShopDeviceId::new),
            row.getString("name"),
            Rows.time(row, "made_at")))
        .list());
  }

  public void remove(AgentId by, ShopDeviceId id) {
    database.useTransaction(tx -> {
      var removed = tx.createUpdate(
              "update shop_device set removed_at = :now where id = :id and removed_at is null")
          .bind("id", id)
          .bind("now", clock.instant())
          .execute();
      if (removed == 0) throw new NotFound("This device was removed already.");
      events.publish(by, new ShopDeviceRemoved(id));
    });
  }

  /// By when whoever comes in now is out again: when the shop closes for the day, else soon.
  public Instant until() {
    var now = clock.instant();
    var hours = shop.hours();
    return Optional.of(hours.zone())
        .map(zone -> now.atZone(zone).toLocalDate())
        .flatMap(hours::closing)
        .filter(now::isBefore)
        .orElseGet(() -> now.plus(OUT_OF_HOURS));
  }
}
