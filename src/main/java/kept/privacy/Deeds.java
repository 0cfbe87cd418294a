package kept.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kept.platform.Database;
import kept.platform.Rows;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// Who did what that is sensitive, read out of the log of facts. Threads may share this object.
public final class Deeds {
  private final Database database;

  public Deeds(Database database) {
    this.database = database;
  }

  /// Something somebody did. `subject` is what it was done to; `by` is null where Kept did it
  /// itself. `of` is whoever of the team the fact is about, where it names one. `cause` and
  /// `bytes` are why a backup was taken and how large it is.
  public record Deed(
      long seq,
      Instant at,
      String kind,
      UUID subject,
      @Nullable UUID by,
      @Nullable UUID of,
      @Nullable String cause,
      long bytes) {}

  /// The latest first, before `before` (none: from the end), done by or about one of the team, or
  /// by anybody.
  public List<Deed> page(
      DeedKind which, @Nullable AgentId agent, @Nullable Long before, int limit) {
    return database.read(tx -> tx.createQuery("""
            select found.*
              from unnest(:kinds) wanted,
                   lateral (
                     select seq, at, kind, subject, actor, (facts ->> 'agent')::uuid as of,
                            facts ->> 'cause' as cause, (facts ->> 'bytes')::bigint as bytes
                       from event
                      where kind = wanted and (:before::bigint is null or seq < :before)
                        and (:agent::uuid is null or actor = :agent or subject = :agent or facts ->> 'agent' = :agent::text)
                      order by seq desc
                      limit :limit) found
             order by found.seq desc
             limit :limit
            """)
        .bindArray("kinds", String.class, which.kinds())
        .bind("agent", agent)
        .bindByType("before", before, Long.class)
        .bind("limit", limit)
        .map((row, context) -> deed(row))
        .list());
  }

  private static Deed deed(ResultSet row) throws SQLException {
    return new Deed(
        row.getLong("seq"),
        Rows.time(row, "at"),
        row.getString("kind"),
        row.getObject("subject", UUID.class),
        row.getObject("actor", UUID.class),
        row.getObject("of", UUID.class),
        row.getString("cause"),
        row.getLong("bytes"));
  }
}
