package kept.conversations;

import java.time.Instant;
import java.util.List;
import kept.platform.Rows;
import org.jdbi.v3.core.Handle;

/// The SQL that finds in `conversation` who waits for us, is not happy yet, or has been silent.
final class WaitingStore {
  List<Row> waitingForAPerson(Handle tx, int limit) {
    return tx.createQuery("""
            select c.*, p.name as customer_name, m.id as message, m.direction, m.channel as message_channel,
                   m.author, m.sender, m.at, left(m.words, 200) as words
              from (
                   select *
                     from conversation
                    where waiting_since is not null
                    order by waiting_since
                    limit :limit) c
              join customer p on p.id = c.customer
              left join lateral (
                   select * from message
                    where conversation = c.id and direction = 'inbound' order by at desc, id desc limit 1) m on true
             order by c.waiting_since
            """)
        .bind("limit", limit)
        .map((row, context) -> ConversationStore.row(row))
        .list();
  }

  int countWaiting(Handle tx) {
    return tx.createQuery("""
            select count(*)
              from (select 1 from conversation where waiting_since is not null limit 1000) counted
            """).mapTo(Integer.class).one();
  }

  List<Row> reopenedSince(Handle tx, Instant since, int limit) {
    return tx.createQuery("""
            select c.*, p.name as customer_name, null::uuid as message
              from conversation c
              join customer p on p.id = c.customer
             where c.reopened_at >= :since and c.state in ('open', 'waiting')
             order by c.reopened_at desc
             limit :limit
            """)
        .bind("since", since)
        .bind("limit", limit)
        .map((row, context) -> ConversationStore.row(row))
        .list();
  }

  List<ConversationId> silentSince(Handle tx, Instant limit) {
    return tx.createQuery(
            "select id from conversation where state = 'waiting' and resolved_at < :limit limit 500")
        .bind("limit", limit)
        .map((row, context) -> Rows.id(row, "id", ConversationId::new))
        .list();
  }
}
