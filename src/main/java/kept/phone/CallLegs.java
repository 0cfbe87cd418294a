package kept.phone;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import kept.line.Leg;
import kept.platform.Database;
import kept.platform.Rows;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// Which phones rang for a call, who answered and how each left it. Owns `call_leg`. Threads may
/// share this object.
public final class CallLegs {
  private final Database database;
  private final InstantSource clock;

  public CallLegs(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  public List<CallLeg> of(CallId call) {
    return database.read(tx -> tx.createQuery(
            "select * from call_leg where call = :call order by rang_at, id")
        .bind("call", call)
        .map((row, context) -> new CallLeg(
            row.getObject("id", UUID.class),
            CallLeg.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
            Rows.idOrNull(row, "agent", AgentId::new),
            Rows.time(row, "rang_at"),
            Rows.instant(row, "answered_at"),
            Rows.instant(row, "left_at"),
            row.getString("ending")))
        .list());
  }

  /// How long phones of ours rang before a caller heard a person.
  public Duration ringing(PhoneCall call) {
    if (!call.isInbound()) return Duration.ZERO;
    var heard = call.talkedAt();
    return CallLeg.ringing(of(call.id()), heard == null ? clock.instant() : heard);
  }

  void rang(CallId call, Leg leg, CallLeg.Kind kind, @Nullable AgentId agent) {
    database.useTransaction(tx -> tx.createUpdate("""
            insert into call_leg (id, call, kind, agent, rang_at)
            values (:id, :call, :kind, :agent, :now)
                on conflict do nothing
            """)
        .bind("id", UUID.fromString(leg.id()))
        .bind("call", call)
        .bind("kind", kind.word())
        .bind("agent", agent)
        .bind("now", clock.instant())
        .execute());
  }

  void answered(Leg leg) {
    database.useTransaction(tx -> tx.createUpdate(
            "update call_leg set answered_at = :now where id = :id and answered_at is null")
        .bind("id", UUID.fromString(leg.id()))
        .bind("now", clock.instant())
        .execute());
  }

  void left(Leg leg, String ending) {
    database.useTransaction(tx -> tx.createUpdate(
            "update call_leg set left_at = :now, ending = :ending where id = :id and left_at is null")
        .bind("id", UUID.fromString(leg.id()))
        .bind("ending", ending)
        .bind("now", clock.instant())
        .execute());
  }

  /// Legs of a call that died with the process that carried it: nobody saw them leave later than
  /// the call ended.
  void died(CallId call) {
    database.useTransaction(tx -> tx.createUpdate("""
            update call_leg
               set left_at = greatest(rang_at, answered_at, (select ended_at from call where id = :call)),
                   ending = 'died'
             where call = :call and left_at is null
            """).bind("call", call).execute());
  }
}
