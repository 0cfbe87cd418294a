package kept.promises;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kept.conversations.Draft;
import kept.platform.Id;
import kept.platform.Rows;
import kept.team.AgentId;
import org.jdbi.v3.core.Handle;

/// All SQL of `promise_proof` and `promise_undone`.
final class EndingStore {
  void insert(Handle tx, Proof proof) {
    var file = proof.file();
    tx.createUpdate("""
            insert into promise_proof (id, promise, words, blob, file_name, file_type, file_size, given_by, given_at)
            values (:id, :promise, :words, :blob, :name, :type, :size, :by, :at)
            """)
        .bind("id", proof.id())
        .bind("promise", proof.promise())
        .bind("words", proof.words())
        .bind("blob", file == null ? null : file.blob())
        .bind("name", file == null ? null : file.name())
        .bind("type", file == null ? null : file.type())
        .bind("size", file == null ? null : file.size())
        .bind("by", proof.givenBy())
        .bind("at", proof.givenAt())
        .execute();
  }

  List<Proof> proofs(Handle tx, Collection<PromiseId> promises) {
    return tx.createQuery("select * from promise_proof where promise = any(:ids) order by given_at")
        .bindArray("ids", UUID.class, promises.stream().map(Id::value).toList())
        .map((row, context) -> proof(row))
        .list();
  }

  Optional<Proof> proof(Handle tx, ProofId id) {
    return tx.createQuery("select * from promise_proof where id = :id")
        .bind("id", id)
        .map((row, context) -> proof(row))
        .findOne();
  }

  /// Law 2 lets an ending be changed only beside this row.
  void undo(Handle tx, Promise promise, AgentId by, Instant now) {
    tx.createUpdate("""
            insert into promise_undone (id, promise, ended_at, undone_at, undone_by)
            values (:id, :promise, :endedAt, :now, :by)
            """)
        .bind("id", Id.fresh())
        .bind("promise", promise.id())
        .bind("endedAt", promise.endedAt())
        .bind("now", now)
        .bind("by", by)
        .execute();
    tx.createUpdate("""
            update promise
               set state = 'open', ended_at = null, ended_by = null, release_reason = null
             where id = :id
            """).bind("id", promise.id()).execute();
  }

  private static Proof proof(ResultSet row) throws SQLException {
    var blob = row.getString("blob");
    return new Proof(
        Rows.id(row, "id", ProofId::new),
        Rows.id(row, "promise", PromiseId::new),
        row.getString("words"),
        blob == null
            ? null
            : new Draft.NewFile(
                blob,
                row.getString("file_name"),
                row.getString("file_type"),
                null,
                row.getLong("file_size")),
        Rows.id(row, "given_by", AgentId::new),
        Rows.time(row, "given_at"));
  }
}
