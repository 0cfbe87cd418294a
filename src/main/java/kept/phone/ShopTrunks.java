package kept.phone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import kept.line.sip.Credentials;
import kept.line.sip.Transport;
import kept.line.sip.Trunk;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.Limit;
import kept.platform.NotFound;
import kept.platform.Refusal;
import kept.platform.Rows;
import kept.platform.Secrets;
import kept.team.AgentId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The providers that carry the shop's calls. Passwords are sealed and never shown. Threads may
/// share this object.
public final class ShopTrunks {
  private static final Limit NAME = new Limit(60, "Give the trunk a shorter name.");
  private static final Limit HOST = new Limit(253, "No host has so long a name.");
  private static final Duration PING = Duration.ofSeconds(30);

  /// Stands for a password that is there and does not change.
  private static final String AS_IT_WAS = "as it was";

  private final Database database;
  private final Events events;
  private final Secrets secrets;
  private final InstantSource clock;

  public ShopTrunks(Database database, Events events, Secrets secrets, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.secrets = secrets;
    this.clock = clock;
  }

  public ShopTrunk add(AgentId by, ShopTrunk trunk, @Nullable String password) {
    check(trunk, password);
    return write(by, trunk, password == null ? null : secrets.seal(password.getBytes(UTF_8)));
  }

  /// The same trunk with other words; without a password it keeps the one it has.
  public ShopTrunk change(AgentId by, ShopTrunk trunk, @Nullable String password) {
    return database.inTransaction(tx -> {
      var before = get(trunk.id());
      var same = password == null && Objects.equals(trunk.userName(), before.userName());
      check(trunk, same && trunk.userName() != null ? AS_IT_WAS : password);
      var sealed = password == null ? null : secrets.seal(password.getBytes(UTF_8));
      return write(by, trunk, same ? sealed(tx, trunk.id()) : sealed);
    });
  }

  private static byte @Nullable [] sealed(Handle tx, TrunkId id) {
    return tx.createQuery("select password from trunk where id = :id")
        .bind("id", id)
        .map((row, context) -> row.getBytes("password"))
        .list()
        .getFirst();
  }

  private ShopTrunk write(AgentId by, ShopTrunk trunk, byte @Nullable [] password) {
    return database.inTransaction(tx -> {
      if (list().stream()
          .anyMatch(other -> other.name().equals(trunk.name()) && !other.id().equals(trunk.id())))
        throw new Refusal("There is a trunk of that name already.");
      tx.createUpdate("""
              insert into trunk (id, name, host, port, transport, user_name, password, registers, priority, channels, made_at)
              values (:id, :name, :host, :port, :transport, :user, :password, :registers, :priority, :channels, :now)
                  on conflict (id) do update
                 set name = :name, host = :host, port = :port, transport = :transport, user_name = :user,
                     password = :password, registers = :registers, priority = :priority, channels = :channels
              """)
          .bind("id", trunk.id())
          .bind("name", trunk.name())
          .bind("host", trunk.host())
          .bind("port", trunk.port())
          .bind("transport", trunk.transport().name().toLowerCase(Locale.ROOT))
          .bind("user", trunk.userName())
          .bind("password", password)
          .bind("registers", trunk.registers())
          .bind("priority", trunk.priority())
          .bind("channels", trunk.channels())
          .bind("now", clock.instant())
          .execute();
      events.publish(by, new PhoneSetUpChanged(trunk.id()));
      return trunk;
    });
  }

  private static void check(ShopTrunk trunk, @Nullable String password) {
    if (NAME.check(trunk.name()).isEmpty()) throw new Refusal("Give the trunk a name.");
    if (!HOST.check(trunk.host()).matches("[A-Za-z0-9.:-]+"))
      throw new Refusal("Say where the trunk is: a host like sip.example.com.");
    if (trunk.port() < 0 || trunk.port() > 65_535)
      throw new Refusal("A port is a number from 1 to 65535; 0 lets the name say it.");
    if (trunk.channels() < 1) throw new Refusal("A trunk carries at least one call.");
    if ((trunk.userName() == null) != (password == null))
      throw new Refusal("A user name and a password belong together.");
    if (trunk.registers() && password == null)
      throw new Refusal("To register, a trunk needs a user name and a password.");
  }

  public void remove(AgentId by, TrunkId id) {
    database.useTransaction(tx -> {
      if (tx.createUpdate("delete from trunk where id = :id").bind("id", id).execute() == 0)
        throw none();
      events.publish(by, new PhoneSetUpChanged(id));
    });
  }

  public ShopTrunk get(TrunkId id) {
    return list().stream()
        .filter(trunk -> trunk.id().equals(id))
        .findFirst()
        .orElseThrow(ShopTrunks::none);
  }

  private static NotFound none() {
    return new NotFound("There is no such trunk.");
  }

  public List<ShopTrunk> list() {
    return database.read(tx -> tx.createQuery("select * from trunk order by priority, name")
        .map((row, context) -> trunk(row))
        .list());
  }

  /// One of them as the line takes it, with its secret.
  Trunk ready(TrunkId id) {
    return database
        .read(tx -> tx.createQuery("select * from trunk where id = :id")
            .bind("id", id)
            .map((row, context) -> ready(row))
            .findOne())
        .orElseThrow(ShopTrunks::none);
  }

  /// As the line takes them, with their secrets.
  List<Trunk> ready() {
    return database.read(tx -> tx.createQuery("select * from trunk order by priority, name")
        .map((row, context) -> ready(row))
        .list());
  }

  private Trunk ready(ResultSet row) throws SQLException {
    var trunk = trunk(row);
    var sealed = row.getBytes("password");
    var user = trunk.userName();
    return new Trunk(
        trunk.name(),
        trunk.host(),
        trunk.port(),
        trunk.transport(),
        user == null ? null : new Credentials(user, new String(secrets.unseal(sealed), UTF_8)),
        trunk.registers(),
        trunk.priority(),
        trunk.channels(),
        PING);
  }

  private static ShopTrunk trunk(ResultSet row) throws SQLException {
    return new ShopTrunk(
        Rows.id(row, "id", TrunkId::new),
        row.getString("name"),
        row.getString("host"),
        row.getInt("port"),
        Transport.valueOf(row.getString("transport").toUpperCase(Locale.ROOT)),
        row.getString("user_name"),
        row.getBoolean("registers"),
        row.getInt("priority"),
        row.getInt("channels"));
  }
}
