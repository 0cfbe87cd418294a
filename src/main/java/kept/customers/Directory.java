package kept.customers;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kept.platform.Database;

/// Everybody we know, counted and with where to reach them. Threads may share this object.
public final class Directory {
  private final Database database;

  public Directory(Database database) {
    this.database = database;
  }

  /// How many people we know, counted up to a limit.
  public int count(int limit) {
    return database.read(
        tx -> tx.createQuery("""
                    select count(*)
                      from (select 1 from customer where merged_into is null and forgotten_at is null limit :limit) counted
                    """).bind("limit", limit).mapTo(Integer.class).one());
  }

  /// What each of these used last to reach us.
  public Map<CustomerId, Identity> lastIdentities(Collection<CustomerId> customers) {
    var ids = customers.stream().map(CustomerId::value).toList();
    return database
        .read(tx -> tx.createQuery("""
                        select distinct on (customer) *
                          from identity
                         where customer = any(:ids)
                         order by customer, last_used_at desc, id
                        """)
            .bindArray("ids", UUID.class, ids)
            .map((row, context) -> CustomerStore.identity(row))
            .list())
        .stream()
        .collect(Collectors.toMap(Identity::customer, Function.identity()));
  }
}
