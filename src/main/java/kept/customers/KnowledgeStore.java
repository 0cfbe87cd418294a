package kept.customers;

import java.time.Instant;
import java.util.List;
import kept.platform.Id;
import kept.platform.Rows;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// All SQL of `fact` and `possession`.
final class KnowledgeStore {
  List<Fact> facts(Handle tx, CustomerId id) {
    return tx.createQuery(
            "select label, value from fact where customer = :id order by created_at, label")
        .bind("id", id)
        .map((row, context) -> new Fact(row.getString("label"), row.getString("value")))
        .list();
  }

  void learn(Handle tx, CustomerId id, Fact fact, @Nullable Id by, Instant now) {
    tx.createUpdate("""
            insert into fact (id, customer, label, value, created_at, created_by)
            values (:id, :customer, :label, :value, :now, :by)
                on conflict (customer, label) do update set value = :value
            """)
        .bind("id", Id.fresh())
        .bind("customer", id)
        .bind("label", fact.label().strip())
        .bind("value", fact.value().strip())
        .bind("now", now)
        .bind("by", by)
        .execute();
  }

  List<Possession> possessions(Handle tx, CustomerId id) {
    return tx.createQuery(
            "select * from possession where customer = :id order by bought_at desc, name")
        .bind("id", id)
        .map((row, context) -> new Possession(
            row.getString("name"),
            row.getString("kind"),
            row.getString("condition"),
            Rows.time(row, "bought_at")))
        .list();
  }

  void owns(Handle tx, CustomerId id, Possession possession) {
    tx.createUpdate("""
            insert into possession (id, customer, name, kind, condition, bought_at)
            values (:id, :customer, :name, :kind, :condition, :boughtAt)
            """)
        .bind("id", Id.fresh())
        .bind("customer", id)
        .bind("name", possession.name())
        .bind("kind", possession.kind())
        .bind("condition", possession.condition())
        .bind("boughtAt", possession.boughtAt())
        .execute();
  }
}
