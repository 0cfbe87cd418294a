package kept.promises;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kept.platform.DeliveryId;
import kept.platform.Rows;
import kept.team.AgentId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// All SQL of `alarm` that changes it or says what is next; [AlarmProof] reads it.
final class AlarmStore {

  /// A step of the run that began at `runFrom`.
  record Setting(PromiseId promise, Instant runFrom, Ladder.Rung rung) {}

  /// Sets these steps of one run; a step that is set already stays as it is.
  void set(Handle tx, PromiseId promise, Instant runFrom, List<Ladder.Rung> rungs) {
    set(tx, rungs.stream().map(rung -> new Setting(promise, runFrom, rung)).toList());
  }

  void set(Handle tx, Collection<Setting> settings) {
    if (settings.isEmpty()) return;
    tx.createUpdate("""
            with set as (
                 insert into alarm (id, promise, step, cause, at, run_from)
                 select id, promise, step, cause, at::timestamptz, run_from::timestamptz
                   from unnest(:ids, :promises, :steps, :causes, :times, :runs)
                        as s (id, promise, step, cause, at, run_from)
                     on conflict do nothing)
            select pg_notify('kept_alarm', '')
            """)
        .bindArray(
            "ids", UUID.class, Rows.column(settings, each -> AlarmId.next().value()))
        .bindArray(
            "promises", UUID.class, Rows.column(settings, each -> each.promise().value()))
        .bindArray(
            "steps",
            String.class,
            Rows.column(settings, each -> each.rung().step().word()))
        .bindArray(
            "causes",
            String.class,
            Rows.column(settings, each -> each.rung().cause().word()))
        .bindArray(
            "times",
            String.class,
            Rows.column(settings, each -> each.rung().at().toString()))
        .bindArray(
            "runs", String.class, Rows.column(settings, each -> each.runFrom().toString()))
        .execute();
  }

  /// What was set for these causes and has not fired.
  void cancel(Handle tx, PromiseId promise, Set<Cause> causes, Instant now) {
    tx.createUpdate("""
            update alarm set cancelled_at = :now
             where promise = :promise and cause = any(:causes) and fired_at is null and cancelled_at is null
            """)
        .bind("promise", promise)
        .bindArray("causes", String.class, words(causes))
        .bind("now", now)
        .execute();
  }

  /// What was told for these causes and is not on its way yet.
  List<DeliveryId> pending(Handle tx, PromiseId promise, Set<Cause> causes) {
    return tx.createQuery("""
            select d.id
              from alarm a
              join alarm_told t on t.alarm = a.id
              join delivery d on d.id = t.delivery
             where a.promise = :promise and a.cause = any(:causes) and d.next_try_at is not null
            """)
        .bind("promise", promise)
        .bindArray("causes", String.class, words(causes))
        .map((row, context) -> Rows.id(row, "id", DeliveryId::new))
        .list();
  }

  /// When the run began that ends at this due time, also of a promise that has ended. The latest
  /// beginning would not do: the clock may have been put back since.
  Instant runFrom(Handle tx, PromiseId promise, Instant due) {
    return tx.createQuery("""
            select run_from from alarm
             where promise = :promise and step = 'broken' and cause = 'clock' and at = :due
             order by cancelled_at is null desc, fired_at desc nulls first, id desc
             limit 1
            """)
        .bind("promise", promise)
        .bind("due", due)
        .mapTo(Instant.class)
        .one();
  }

  /// The steps of the ladder that have fired in this run.
  Set<Fired> fired(Handle tx, PromiseId promise, Instant runFrom) {
    return tx.createQuery("""
            select step, cause from alarm
             where promise = :promise and run_from = :runFrom and fired_at is not null
            """)
        .bind("promise", promise)
        .bind("runFrom", runFrom)
        .map((row, context) ->
            new Fired(Step.of(row.getString("step")), Cause.of(row.getString("cause"))))
        .set();
  }

  record Fired(Step step, Cause cause) {}

  /// A step that was to come later comes now.
  void bringForward(Handle tx, PromiseId promise, Step step, Instant now) {
    tx.createUpdate("""
            update alarm set at = :now
             where promise = :promise and step = :step and fired_at is null and cancelled_at is null and at > :now
            """)
        .bind("promise", promise)
        .bind("step", step.word())
        .bind("now", now)
        .execute();
    wake(tx);
  }

  void taken(Handle tx, PromiseId promise, AgentId by, Instant now) {
    tx.createUpdate("""
            update alarm set taken_by = :by, taken_at = :now
             where promise = :promise and fired_at is not null and taken_at is null
            """)
        .bind("promise", promise)
        .bind("by", by)
        .bind("now", now)
        .execute();
  }

  /// The earliest alarms that are due, locked with their promises, so that nobody ends a promise
  /// while its alarm fires; those that another process or a person holds are passed by.
  List<Due> claim(Handle tx, Instant now, int most, Set<AlarmId> butNot) {
    return tx.createQuery("""
            select a.id as alarm, a.step, a.cause, a.at as alarm_at, a.run_from, p.*
              from alarm a
              join promise p on p.id = a.promise
             where a.at <= :now and a.fired_at is null and a.cancelled_at is null and a.id <> all(:butNot)
             order by a.at
             limit :most
               for update of a, p skip locked
            """)
        .bind("now", now)
        .bind("most", most)
        .bindArray("butNot", UUID.class, butNot.stream().map(AlarmId::value).toList())
        .map((row, context) -> new Due(
            Rows.id(row, "alarm", AlarmId::new),
            Step.of(row.getString("step")),
            Cause.of(row.getString("cause")),
            Rows.time(row, "alarm_at"),
            Rows.time(row, "run_from"),
            PromiseStore.promise(row)))
        .list();
  }

  /// A claimed alarm with the promise it is about.
  record Due(AlarmId id, Step step, Cause cause, Instant at, Instant runFrom, Promise promise) {
    AlarmFired fired(List<AgentId> told) {
      return new AlarmFired(promise.id(), promise.conversation(), id, step, at, told);
    }

    Setting again(Instant now) {
      var at = Ladder.sameTimeNext(promise.dueAt(), now);
      return new Setting(promise.id(), runFrom, new Ladder.Rung(Step.BROKEN, Cause.AGAIN, at));
    }
  }

  @Nullable
  Instant next(Handle tx) {
    return tx.createQuery(
            "select min(at) from alarm where fired_at is null and cancelled_at is null")
        .mapTo(Instant.class)
        .findOne()
        .orElse(null);
  }

  void fired(Handle tx, Collection<Due> claimed, Instant now) {
    var ids = claimed.stream().map(due -> due.id().value()).toList();
    tx.createUpdate("update alarm set fired_at = :now where id = any(:ids)")
        .bindArray("ids", UUID.class, ids)
        .bind("now", now)
        .execute();
  }

  /// Broken promises that nobody ends are told of again at this time of the next day.
  void again(Handle tx, Collection<Due> broken, Instant now) {
    set(tx, broken.stream().map(due -> due.again(now)).toList());
  }

  private static List<String> words(Set<Cause> causes) {
    return causes.stream().map(Cause::word).toList();
  }

  private static void wake(Handle tx) {
    tx.execute("select pg_notify('kept_alarm', '')");
  }
}
