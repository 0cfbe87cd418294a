package kept.frontdoor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kept.platform.Json;
import kept.platform.Rows;
import kept.team.AgentId;
import org.jdbi.v3.core.Handle;

/// The SQL of front doors, their drafts and what they were before.
final class FrontDoorStore {
  /// Somebody who goes back further makes it anew.
  private static final int PAST_KEPT = 5;

  List<FrontDoor> list(Handle tx) {
    return tx.createQuery("select * from front_door order by name")
        .map((row, context) -> door(row))
        .list();
  }

  Optional<FrontDoor> locked(Handle tx, FrontDoorId id) {
    return tx.createQuery("select * from front_door where id = :id for update")
        .bind("id", id)
        .map((row, context) -> door(row))
        .findOne();
  }

  boolean isTaken(Handle tx, String name, FrontDoorId id) {
    return tx.createQuery(
            "select exists (select 1 from front_door where name = :name and id <> :id)")
        .bind("name", name)
        .bind("id", id)
        .mapTo(Boolean.class)
        .one();
  }

  void put(Handle tx, FrontDoor door, AgentId by, Instant now) {
    tx.createUpdate("""
            insert into front_door (id, name, plan, changed_at, changed_by)
            values (:id, :name, :plan::jsonb, :now, :by)
                on conflict (id) do update
               set name = :name, plan = :plan::jsonb, changed_at = :now, changed_by = :by
            """)
        .bind("id", door.id())
        .bind("name", door.name())
        .bind("plan", written(door.plan()))
        .bind("now", now)
        .bind("by", by)
        .execute();
  }

  /// Keeps what a door is until now, for whoever wants to go back.
  void keepPast(Handle tx, FrontDoorId door, AgentId by, Instant now) {
    tx.createUpdate("""
            insert into front_door_past (id, front_door, plan, began_at, ended_at, ended_by)
            select :id, id, plan, changed_at, :now, :by
              from front_door
             where id = :door
            """)
        .bind("id", PastDoorId.next())
        .bind("door", door)
        .bind("now", now)
        .bind("by", by)
        .execute();
    tx.createUpdate("""
            delete from front_door_past
             where front_door = :door
               and id not in (select id
                                from front_door_past
                               where front_door = :door
                               order by ended_at desc, id desc
                               limit :kept)
            """).bind("door", door).bind("kept", PAST_KEPT).execute();
  }

  /// The latest first.
  List<PastDoor> past(Handle tx, FrontDoorId door) {
    return tx.createQuery("""
            select *
              from front_door_past
             where front_door = :door
             order by ended_at desc, id desc
            """)
        .bind("door", door)
        .map((row, context) -> new PastDoor(
            Rows.id(row, "id", PastDoorId::new),
            door,
            plan(row, "plan"),
            Rows.time(row, "began_at"),
            Rows.time(row, "ended_at")))
        .list();
  }

  Optional<DoorDraft> draft(Handle tx, FrontDoorId door) {
    return tx.createQuery("select * from front_door where id = :id and draft is not null")
        .bind("id", door)
        .map((row, context) -> new DoorDraft(
            door,
            plan(row, "draft"),
            Rows.idOrNull(row, "drafted_by", AgentId::new),
            Rows.time(row, "drafted_at")))
        .findOne();
  }

  void setDraft(Handle tx, FrontDoorId door, Plan draft, AgentId by, Instant now) {
    tx.createUpdate("""
            update front_door
               set draft = :draft::jsonb, drafted_at = :now, drafted_by = :by
             where id = :id
            """)
        .bind("id", door)
        .bind("draft", written(draft))
        .bind("now", now)
        .bind("by", by)
        .execute();
  }

  void dropDraft(Handle tx, FrontDoorId door) {
    tx.createUpdate("""
            update front_door
               set draft = null, drafted_at = null, drafted_by = null
             where id = :id
            """).bind("id", door).execute();
  }

  private static FrontDoor door(ResultSet row) throws SQLException {
    return new FrontDoor(
        Rows.id(row, "id", FrontDoorId::new), row.getString("name"), plan(row, "plan"));
  }

  private static Plan plan(ResultSet row, String column) throws SQLException {
    return WrittenPlan.read(Json.read(row.getString(column)));
  }

  private static String written(Plan plan) {
    return Json.write(WrittenPlan.of(plan));
  }
}
