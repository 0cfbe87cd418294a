package kept.phone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kept.line.sip.Passwords;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.Limit;
import kept.platform.NotFound;
import kept.platform.Refusal;
import kept.platform.Rows;
import kept.platform.Secrets;
import kept.team.AgentId;
import kept.team.AgentLeaves;
import kept.team.Team;

/// The team's telephones. What a phone proves itself with is shown once, and kept only as the two
/// hashes that digest compares (RFC 7616, 3.4.2), sealed. Threads may share this object.
public final class Phones implements Passwords {
  static final String REALM = "kept";

  /// Where the hash of each algorithm of RFC 8760 is kept.
  private static final Map<String, String> COLUMNS = Map.of("MD5", "md5", "SHA-256", "sha256");

  private static final Limit NAME = new Limit(60, "Give the phone a shorter name.");
  private static final Limit LOCATION =
      new Limit(200, "Say where the phone stands in 200 letters: street, floor, room.");
  /// A phone registers every few minutes; it is written down as seen no oftener than this.
  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

  private final Database database;
  private final Events events;
  private final Secrets secrets;
  private final Team team;
  private final InstantSource clock;

  public Phones(Database database, Events events, Secrets secrets, Team team, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.secrets = secrets;
    this.team = team;
    this.clock = clock;
    events.within(AgentLeaves.class, (by, left) -> removeAllOf(left.agent()));
  }

  /// A phone with the password that it was given; nobody sees the password again.
  public record Added(Phone phone, String password) {}

  /// One of which nobody said where it stands.
  public Added add(AgentId by, AgentId agent, String name) {
    return add(by, agent, name, "");
  }

  public Added add(AgentId by, AgentId agent, String name, String location) {
    var called = called(name);
    var place = LOCATION.check(location);
    var password = secrets.freshToken();
    return database.inTransaction(tx -> {
      team.staying(agent);
      var phone = new Phone(PhoneId.next(), agent, called, freshUserName(), place, null);
      tx.createUpdate("""
              insert into phone (id, agent, name, user_name, location, md5, sha256, made_at)
              values (:id, :agent, :name, :user, :location, :md5, :sha256, :now)
              """)
          .bind("id", phone.id())
          .bind("agent", agent)
          .bind("name", called)
          .bind("user", phone.userName())
          .bind("location", place)
          .bind("md5", sealed("MD5", phone.userName(), password))
          .bind("sha256", sealed("SHA-256", phone.userName(), password))
          .bind("now", clock.instant())
          .execute();
      events.publish(by, new PhoneSetUpChanged(phone.id()));
      return new Added(phone, password);
    });
  }

  /// The next of 101, 102, …: short, since people dial it to reach a colleague.
  private String freshUserName() {
    return database.read(
        tx -> tx.createQuery("select coalesce(max(user_name::int), 100) + 1 from phone")
            .mapTo(String.class)
            .one());
  }

  private static String called(String name) {
    var called = NAME.check(name);
    if (called.isEmpty()) throw new Refusal("Give the phone a name, like “Workshop”.");
    return called;
  }

  /// What it is called, and where it stands.
  public Phone change(AgentId by, PhoneId id, String name, String location) {
    return database.inTransaction(tx -> {
      var changed = tx.createQuery("""
              update phone set name = :name, location = :location
               where id = :id and removed_at is null
              returning *
              """)
          .bind("id", id)
          .bind("name", called(name))
          .bind("location", LOCATION.check(location))
          .map((row, context) -> phone(row))
          .findOne()
          .orElseThrow(Phones::none);
      events.publish(by, new PhoneSetUpChanged(id));
      return changed;
    });
  }

  public Phone get(PhoneId id) {
    return list().stream()
        .filter(phone -> phone.id().equals(id))
        .findFirst()
        .orElseThrow(Phones::none);
  }

  private static NotFound none() {
    return new NotFound("There is no such phone.");
  }

  /// It registered just now.
  void seen(String userName) {
    var now = clock.instant();
    database.useTransaction(tx -> tx.createUpdate("""
            update phone set seen_at = :now
             where user_name = :user and (seen_at is null or seen_at < :before)
            """)
        .bind("user", userName)
        .bind("now", now)
        .bind("before", now.minus(SEEN_EVERY))
        .execute());
  }

  public void remove(AgentId by, PhoneId id) {
    database.useTransaction(tx -> {
      var removed = tx.createUpdate(
              "update phone set removed_at = :now where id = :id and removed_at is null")
          .bind("id", id)
          .bind("now", clock.instant())
          .execute();
      if (removed == 0) throw none();
      events.publish(by, new PhoneSetUpChanged(id));
    });
  }

  private void removeAllOf(AgentId agent) {
    for (var phone : list()) if (phone.agent().equals(agent)) remove(agent, phone.id());
  }

  public List<Phone> list() {
    return database.read(
        tx -> tx.createQuery("select * from phone where removed_at is null order by user_name")
            .map((row, context) -> phone(row))
            .list());
  }

  public Optional<Phone> named(String userName) {
    return database.read(
        tx -> tx.createQuery("select * from phone where user_name = :user and removed_at is null")
            .bind("user", userName)
            .map((row, context) -> phone(row))
            .findOne());
  }

  public List<Phone> of(Collection<AgentId> agents) {
    return database.read(tx -> tx.createQuery("""
                    select * from phone where agent = any(:agents) and removed_at is null order by user_name
                    """)
        .bindArray("agents", UUID.class, agents.stream().map(AgentId::value).toList())
        .map((row, context) -> phone(row))
        .list());
  }

  @Override
  public Optional<String> ha1(String user, String realm, String algorithm) {
    var column = COLUMNS.get(algorithm);
    if (column == null || !realm.equals(REALM)) return Optional.empty();
    return database
        .read(tx -> tx.createQuery(
                "select <column> from phone where user_name = :user and removed_at is null")
            .define("column", column)
            .bind("user", user)
            .mapTo(byte[].class)
            .findOne())
        .map(hash -> new String(secrets.unseal(hash), UTF_8));
  }

  private byte[] sealed(String algorithm, String user, String password) {
    try {
      var text = user + ":" + REALM + ":" + password;
      var hash = MessageDigest.getInstance(algorithm).digest(text.getBytes(UTF_8));
      return secrets.seal(HexFormat.of().formatHex(hash).getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  private static Phone phone(ResultSet row) throws SQLException {
    return new Phone(
        Rows.id(row, "id", PhoneId::new),
        Rows.id(row, "agent", AgentId::new),
        row.getString("name"),
        row.getString("user_name"),
        row.getString("location"),
        Rows.instant(row, "seen_at"));
  }
}
