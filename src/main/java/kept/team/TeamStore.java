package kept.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kept.platform.Rows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// All SQL of `agent`.
final class TeamStore {
  Optional<Agent> agent(Handle tx, AgentId id) {
    return tx.createQuery("select * from agent where id = :id")
        .bind("id", id)
        .map((row, context) -> agent(row))
        .findOne();
  }

  /// An agent who cannot leave before the running transaction ends.
  Optional<Agent> staying(Handle tx, AgentId id) {
    return tx.createQuery("select * from agent where id = :id for share")
        .bind("id", id)
        .map((row, context) -> agent(row))
        .findOne();
  }

  /// Two who change the team wait for each other, and for those who rely on somebody's [#staying].
  void lock(Handle tx) {
    tx.execute("select id from agent where left_at is null order by id for no key update");
  }

  Optional<Agent> agentWithEmail(Handle tx, String email) {
    return tx.createQuery("select * from agent where email = lower(:email) and left_at is null")
        .bind("email", email)
        .map((row, context) -> agent(row))
        .findOne();
  }

  List<Agent> agentsHere(Handle tx) {
    return tx.createQuery(
            "select * from agent where left_at is null order by role <> 'OWNER', joined_at, name")
        .map((row, context) -> agent(row))
        .list();
  }

  List<Agent> agents(Handle tx) {
    return tx.createQuery("select * from agent")
        .map((row, context) -> agent(row))
        .list();
  }

  /// False when somebody here has this address, or owns the shop, already.
  boolean insert(Handle tx, Agent agent, @Nullable String passwordHash, Instant now) {
    return bind(tx.createUpdate("""
                insert into agent (id, name, email, role, password_hash, second, hue, taking_calls, doing, mobile, rings_mobile, joined_at)
                values (:id, :name, lower(:email), :role, :passwordHash, :second, :hue, :takingCalls, :doing, :mobile, :ringsMobile, :now)
                    on conflict do nothing
                """), agent)
            .bind("passwordHash", passwordHash)
            .bind("now", now)
            .execute()
        == 1;
  }

  boolean update(Handle tx, Agent agent) {
    return bind(tx.createUpdate("""
                    update agent
                       set name = :name, email = lower(:email), role = :role, second = :second, hue = :hue,
                           taking_calls = :takingCalls, doing = :doing,
                           mobile = :mobile, rings_mobile = :ringsMobile
                     where id = :id and left_at is null
                    """), agent).execute() == 1;
  }

  boolean leave(Handle tx, AgentId id, Instant now) {
    return tx.createUpdate("update agent set left_at = :now where id = :id and left_at is null")
            .bind("id", id)
            .bind("now", now)
            .execute()
        == 1;
  }

  void forgetSecond(Handle tx, AgentId id) {
    tx.createUpdate("update agent set second = null where second = :id")
        .bind("id", id)
        .execute();
  }

  /// An agent and the hash of their password, none before they chose one.
  record Account(Agent agent, @Nullable String passwordHash) {}

  Optional<Account> accountOf(Handle tx, String email) {
    return tx.createQuery("select * from agent where email = lower(:email) and left_at is null")
        .bind("email", email)
        .map((row, context) -> new Account(agent(row), row.getString("password_hash")))
        .findOne();
  }

  void setPassword(Handle tx, AgentId id, @Nullable String passwordHash) {
    tx.createUpdate("update agent set password_hash = :hash where id = :id and left_at is null")
        .bind("id", id)
        .bind("hash", passwordHash)
        .execute();
  }

  /// The account of who is on the team; it does not change before the transaction ends.
  Optional<Account> lockedAccount(Handle tx, AgentId id) {
    return tx.createQuery(
            "select * from agent where id = :id and left_at is null for no key update")
        .bind("id", id)
        .map((row, context) -> new Account(agent(row), row.getString("password_hash")))
        .findOne();
  }

  private static Update bind(Update update, Agent agent) {
    var mobile = agent.mobile();
    return update
        .bind("id", agent.id())
        .bind("name", agent.name())
        .bind("email", agent.email())
        .bind("role", agent.role())
        .bind("second", agent.second())
        .bind("hue", agent.hue())
        .bind("takingCalls", agent.takingCalls())
        .bind("doing", agent.doing())
        .bind("mobile", mobile == null ? null : mobile.number())
        .bind("ringsMobile", mobile != null && mobile.rings());
  }

  private static @Nullable Mobile mobile(ResultSet row) throws SQLException {
    var number = row.getString("mobile");
    return number == null ? null : new Mobile(number, row.getBoolean("rings_mobile"));
  }

  static Agent agent(ResultSet row) throws SQLException {
    return new Agent(
        Rows.id(row, "id", AgentId::new),
        row.getString("name"),
        row.getString("email"),
        Role.valueOf(row.getString("role")),
        Rows.idOrNull(row, "second", AgentId::new),
        row.getInt("hue"),
        row.getBoolean("taking_calls"),
        row.getString("doing"),
        mobile(row),
        Rows.instant(row, "left_at"));
  }
}
