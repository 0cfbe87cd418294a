package kept.recaps;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kept.conversations.ConversationId;
import kept.platform.Rows;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// All SQL of `confirmation`.
final class ConfirmationStore {
  void insert(Handle tx, ConversationId conversation, SaidWord word) {
    tx.createUpdate("""
            insert into confirmation (id, conversation, kind, problem, words, at)
            values (:id, :conversation, :kind, :problem, :words, :at)
            """)
        .bind("id", word.id())
        .bind("conversation", conversation)
        .bind("kind", word.kind().word())
        .bind("problem", wordOf(word.problem()))
        .bind("words", word.words())
        .bind("at", word.at())
        .execute();
  }

  /// They say more about what they said already.
  void amend(Handle tx, SaidWord word) {
    tx.createUpdate("update confirmation set problem = :problem, words = :words where id = :id")
        .bind("id", word.id())
        .bind("problem", wordOf(word.problem()))
        .bind("words", word.words())
        .execute();
  }

  List<SaidWord> of(Handle tx, ConversationId conversation) {
    return tx.createQuery("select * from confirmation where conversation = :id order by at, id")
        .bind("id", conversation)
        .map((row, context) -> word(row))
        .list();
  }

  /// The last word on whether it is sorted.
  Optional<SaidWord> last(Handle tx, ConversationId conversation) {
    return tx.createQuery("""
            select * from confirmation
             where conversation = :id and kind <> 'had_to_repeat'
             order by at desc, id desc
             limit 1
            """)
        .bind("id", conversation)
        .map((row, context) -> word(row))
        .findOne();
  }

  boolean saidSince(Handle tx, ConversationId conversation, SaidWord.Kind kind, Instant since) {
    return tx.createQuery("""
            select exists (
                   select 1 from confirmation
                    where conversation = :id and kind = :kind and at > :since)
            """)
        .bind("id", conversation)
        .bind("kind", kind.word())
        .bind("since", since)
        .mapTo(Boolean.class)
        .one();
  }

  private static @Nullable String wordOf(@Nullable Problem problem) {
    return problem == null ? null : problem.word();
  }

  private static SaidWord word(ResultSet row) throws SQLException {
    var problem = row.getString("problem");
    return new SaidWord(
        row.getObject("id", UUID.class),
        SaidWord.Kind.of(row.getString("kind")),
        problem == null ? null : Problem.of(problem).orElse(null),
        row.getString("words"),
        Rows.time(row, "at"));
  }
}
