package kept.team;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.Refusal;
import kept.platform.Secrets;

/// The door with e-mail and password. It says the same, after the same time, whether the address is
/// unknown or the password wrong. Threads may share this object.
public final class SignIn {
  private final Database database;
  private final Events events;
  private final Passwords passwords;
  private final Sessions sessions;
  private final KnownDevices devices;
  private final SignInThrottle throttle;
  private final TeamStore store = new TeamStore();
  private final ShopStore shops = new ShopStore();

  public SignIn(
      Database database, Events events, Secrets secrets, InstantSource clock, Sessions sessions) {
    this.database = database;
    this.events = events;
    this.sessions = sessions;
    this.passwords = new Passwords();
    this.devices = new KnownDevices(secrets);
    this.throttle = new SignInThrottle(secrets, devices, clock);
  }

  /// What became of a try.
  public sealed interface Outcome {
    /// Come in.
    record Welcome(Agent agent) implements Outcome {}

    record Wrong() implements Outcome {}

    record SlowDown(Duration pause) implements Outcome {}
  }

  public Outcome with(SignInTry wanted) {
    var pause = throttle.take(wanted);
    if (pause.isPresent()) return new Outcome.SlowDown(pause.get());
    var beat = new Beat();
    var account = database.read(tx -> store.accountOf(tx, wanted.email().strip()));
    if (fits(account, wanted.password())) {
      var agent = account.orElseThrow().agent();
      throttle.giveBack(wanted);
      return new Outcome.Welcome(agent);
    }
    account.ifPresent(this::writeDownRefusal);
    beat.await();
    return new Outcome.Wrong();
  }

  /// The name of the cookie that makes a browser known for this address.
  public String deviceCookieName(String email) {
    return devices.cookieName(email);
  }

  /// Its value for a browser in which this address just came in.
  public String deviceCookie(String email) {
    return devices.remember(email);
  }

  /// The hash of a password that somebody with this name and address chooses; one that is easy to
  /// guess is refused.
  public String choose(String password, String name, String email) {
    var shop = database.read(shops::business).map(Business::name).orElse("");
    return passwords.hash(password, name, email, shop);
  }

  /// The hash of a password that nobody chose: it was drawn at random.
  public String hashOf(String drawn) {
    return passwords.hashOf(drawn);
  }

  /// Whether a password lets them in.
  public boolean hasPassword(Agent agent) {
    return database
        .read(tx -> store.accountOf(tx, agent.email()))
        .filter(account -> account.passwordHash() != null)
        .isPresent();
  }

  /// The agent, if whoever tries knows their present password; else a refusal.
  public Agent proven(SignInTry present, Agent agent) {
    if (throttle.take(present).isPresent())
      throw new Refusal("That was tried too often. Wait a minute, then try again.");
    var account = database.read(tx -> store.accountOf(tx, agent.email()));
    if (!fits(account, present.password()))
      throw new Refusal("That isn’t your present password. Nothing was changed.");
    throttle.giveBack(present);
    return agent;
  }

  /// Another password, as [#choose] hashed it; every other browser of theirs is signed out.
  public void changePassword(AgentId agent, SessionId here, String hash) {
    database.useTransaction(tx -> {
      store.setPassword(tx, agent, hash);
      sessions.endAllExcept(agent, here);
      events.publish(agent, new PasswordChanged(agent));
    });
  }

  private boolean fits(Optional<TeamStore.Account> account, String password) {
    var hash = account.map(TeamStore.Account::passwordHash);
    return hash.isPresent()
        ? passwords.matches(password, hash.get())
        : passwords.matchesNobody(password);
  }

  private void writeDownRefusal(TeamStore.Account account) {
    var agent = account.agent().id();
    database.useTransaction(tx -> events.publish(null, new SignInRefused(agent)));
  }
}
