package kept.promises;

import org.jdbi.v3.core.statement.Query;

/// Narrows a query by whole conditions, so that the planner sees one of the partial indexes.
final class PromiseQuery {
  private PromiseQuery() {}

  static Query narrowed(Query query, Slice slice) {
    query
        .define("keeper", slice.keeper() == null ? "true" : "keeper = :keeper")
        .define("kind", slice.kind() == null ? "true" : "kind = :kind");
    if (slice.keeper() != null) query.bind("keeper", slice.keeper());
    if (slice.kind() != null) query.bind("kind", slice.kind().word());
    return query;
  }
}
