package kept.promises;

import java.time.InstantSource;
import kept.platform.Database;
import kept.platform.Events;
import kept.team.AgentId;

/// The rule of the shop's promises, as usual until the owner says otherwise. All SQL of
/// `promise_rule`. Threads may share this object.
public final class PromiseRules {
  private final Database database;
  private final Events events;
  private final InstantSource clock;

  public PromiseRules(Database database, Events events, InstantSource clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  public PromiseRule get() {
    return database.read(tx -> tx.createQuery("select * from promise_rule")
        .map((row, context) -> new PromiseRule(
            row.getInt("lead_minutes"),
            row.getInt("owner_minutes"),
            row.getInt("ring_back_minutes")))
        .findOne()
        .orElse(PromiseRule.USUAL));
  }

  /// The alarms of every open promise are worked out again in the same transaction; no due time
  /// moves. The same rule again changes nothing.
  public void set(AgentId by, PromiseRule rule) {
    database.useTransaction(tx -> {
      if (rule.equals(get())) return;
      tx.createUpdate("""
              insert into promise_rule (lead_minutes, owner_minutes, ring_back_minutes, changed_at)
              values (:lead, :owner, :ringBack, :now)
                  on conflict (only_one) do update
                 set lead_minutes = :lead, owner_minutes = :owner, ring_back_minutes = :ringBack, changed_at = :now
              """)
          .bind("lead", rule.leadMinutes())
          .bind("owner", rule.ownerMinutes())
          .bind("ringBack", rule.ringBackMinutes())
          .bind("now", clock.instant())
          .execute();
      events.publish(by, new PromiseRuleChanged(by));
    });
  }
}
