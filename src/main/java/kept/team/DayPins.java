package kept.team;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import kept.platform.Database;
import kept.platform.Events;
import kept.platform.Refusal;
import kept.platform.Rows;
import kept.platform.Secrets;
import org.jdbi.v3.core.Handle;

/// PINs for the day: four to six digits that open the shop's own devices, and nothing else, until
/// the shop closes. The fifth wrong try ends one. Threads may share this object.
///
/// So few digits are no secret once somebody has their hash, so the hash needs the installation's
/// key, which no copy of the database holds.
public final class DayPins {
  private static final int TRIES = 5;
  private static final String RUNS = "01234567890 09876543210";

  private final Database database;
  private final Events events;
  private final Secrets secrets;
  private final ShopDevices devices;
  private final InstantSource clock;
  private final TeamStore team = new TeamStore();

  public DayPins(
      Database database, Events events, Secrets secrets, ShopDevices devices, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.secrets = secrets;
    this.devices = devices;
    this.clock = clock;
    events.within(AgentLeaves.class, (by, left) -> remove(left.agent()));
    events.within(AgentLetBackIn.class, (by, back) -> remove(back.agent()));
  }

  public void set(AgentId agent, String pin) {
    if (!pin.matches("\\d{4,6}")) throw new Refusal("A PIN has four to six digits.");
    if (RUNS.contains(pin) || pin.chars().distinct().count() < 3)
      throw new Refusal("That is the first PIN that anybody tries. Choose another.");
    database.useTransaction(tx -> {
      tx.createUpdate("""
              insert into day_pin (agent, hash, set_at, ends_at) values (:agent, :hash, :now, :ends)
                  on conflict (agent)
                  do update set hash = :hash, set_at = :now, ends_at = :ends, wrong = 0
              """)
          .bind("agent", agent)
          .bind("hash", hash(agent, pin))
          .bind("now", clock.instant())
          .bind("ends", devices.until())
          .execute();
      events.publish(agent, new DayPinSet(agent));
    });
  }

  /// Until when their PIN is good; empty when they have none.
  public Optional<Instant> until(AgentId agent) {
    return database.read(
        tx -> tx.createQuery("select ends_at from day_pin where agent = :agent and ends_at > :now")
            .bind("agent", agent)
            .bind("now", clock.instant())
            .map((row, context) -> Rows.time(row, "ends_at"))
            .findOne());
  }

  public void remove(AgentId agent) {
    database.useTransaction(tx -> {
      if (forget(tx, agent)) events.publish(agent, new DayPinGone(agent));
    });
  }

  /// Whoever types this person's PIN.
  public Agent comeIn(AgentId agent, String typed) {
    var left = database.inTransaction(tx -> triesLeftAfter(tx, agent, typed));
    if (left.isEmpty())
      throw new Refusal("There is no PIN for today. Come in another way, then choose one.");
    if (left.get() == 0)
      throw new Refusal("That was wrong too often, so this PIN is over for today. Come in another"
          + " way, then choose another.");
    if (left.get() < TRIES)
      throw new Refusal("That isn’t the PIN. "
          + (left.get() == 1 ? "One try" : left.get() + " tries") + " left.");
    return database
        .read(tx -> team.agent(tx, agent))
        .filter(Agent::isHere)
        .orElseThrow(() -> new Refusal("They are no longer on the team."));
  }

  /// All of them when it was right; empty when there is no PIN.
  private Optional<Integer> triesLeftAfter(Handle tx, AgentId agent, String typed) {
    var pin = tx.createQuery("""
            select hash, wrong from day_pin where agent = :agent and ends_at > :now for update
            """)
        .bind("agent", agent)
        .bind("now", clock.instant())
        .map((row, context) -> new Pin(row.getBytes("hash"), row.getInt("wrong")))
        .findOne();
    return pin.map(known -> {
      if (MessageDigest.isEqual(known.hash, hash(agent, typed))) return TRIES;
      return wrong(tx, agent, known.wrong + 1);
    });
  }

  private int wrong(Handle tx, AgentId agent, int times) {
    events.publish(null, new SignInRefused(agent));
    if (times >= TRIES) {
      forget(tx, agent);
      events.publish(null, new DayPinGone(agent));
      return 0;
    }
    tx.createUpdate("update day_pin set wrong = :wrong where agent = :agent")
        .bind("agent", agent)
        .bind("wrong", times)
        .execute();
    return TRIES - times;
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Pin(byte[] hash, int wrong) {}

  private static boolean forget(Handle tx, AgentId agent) {
    return tx.createUpdate("delete from day_pin where agent = :agent")
            .bind("agent", agent)
            .execute()
        == 1;
  }

  private byte[] hash(AgentId agent, String pin) {
    return secrets.hash("pin\n" + agent + "\n" + pin.strip());
  }
}
