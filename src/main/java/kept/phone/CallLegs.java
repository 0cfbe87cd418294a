package kept.phone;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import kept.platform.Database;
import kept.platform.Rows;
import kept.team.AgentId;
import org.jdbi.v3.core.Handle;

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

  /// All of it, or nothing.
  void write(CallId call, List<LegNews> news) {
    if (news.isEmpty()) return;
    database.useTransaction(tx -> {
      for (var each : news) {
        switch (each) {
          case LegNews.Rang rang -> rang(tx, call, rang);
          case LegNews.Answered(var leg, var at) ->
            tx.createUpdate("""
                update call_leg set answered_at = :at where id = :leg and answered_at is null
                """).bind("leg", leg).bind("at", at).execute();
          case LegNews.Left(var leg, var ending, var at) ->
            tx.createUpdate("""
                update call_leg set left_at = :at, ending = :ending
                 where id = :leg and left_at is null
                """)
                .bind("leg", leg)
                .bind("ending", ending)
                .bind("at", at)
                .execute();
        }
      }
    });
  }

  private static void rang(Handle tx, CallId call, LegNews.Rang rang) {
    tx.createUpdate("""
            insert into call_leg (id, call, kind, agent, rang_at)
            values (:leg, :call, :kind, :agent, :at)
                on conflict do nothing
            """)
        .bind("leg", rang.leg())
        .bind("call", call)
        .bind("kind", rang.kind().word())
        .bind("agent", rang.agent())
        .bind("at", rang.at())
        .execute();
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
