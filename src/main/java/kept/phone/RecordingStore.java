package kept.phone;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/// All SQL about the sound of calls: the rule, and what stands of it on `call`.
final class RecordingStore {
  /// Calls that are over and whose file nobody has looked at yet.
  List<PhoneCall> unsettled(Handle tx) {
    return tx.createQuery("""
            select *
              from call
             where recording is not null and wave is null and ended_at is not null
             order by ended_at
             limit 100
            """).map((row, context) -> CallStore.call(row)).list();
  }

  void drawn(Handle tx, CallId id, Wave wave) {
    tx.createUpdate("update call set wave = :wave where id = :id and recording is not null")
        .bind("id", id)
        .bind("wave", wave.written())
        .execute();
  }

  void lost(Handle tx, CallId id, Instant at) {
    tx.createUpdate("""
            update call set recording = null, recording_lost_at = :at where id = :id and recording is not null
            """).bind("id", id).bind("at", at).execute();
  }

  /// True for whoever was the first to forget it.
  boolean forget(Handle tx, CallId id) {
    return tx.createUpdate("""
            update call set recording = null, wave = null where id = :id and recording is not null
            """).bind("id", id).execute() == 1;
  }

  /// Those of these files that a call names.
  List<String> named(Handle tx, Collection<String> files) {
    return tx.createQuery("select recording from call where recording = any(:files)")
        .bindArray("files", String.class, files)
        .mapTo(String.class)
        .list();
  }

  List<PhoneCall> endedBefore(Handle tx, Instant limit) {
    return tx.createQuery("""
            select * from call where recording is not null and ended_at < :limit order by ended_at limit 500
            """)
        .bind("limit", limit)
        .map((row, context) -> CallStore.call(row))
        .list();
  }

  /// No row, no number: the usual time.
  List<OptionalInt> rule(Handle tx) {
    return tx.createQuery("select days from recording_rule")
        .map((row, context) -> {
          var days = row.getInt("days");
          return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(days);
        })
        .list();
  }

  void keep(Handle tx, OptionalInt days, Instant at) {
    tx.createUpdate("""
            insert into recording_rule (days, changed_at) values (:days, :at)
                on conflict (only_one) do update set days = :days, changed_at = :at
            """)
        .bind("days", days.isPresent() ? days.getAsInt() : null)
        .bind("at", at)
        .execute();
  }
}
