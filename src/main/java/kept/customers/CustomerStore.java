package kept.customers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kept.platform.Rows;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// All SQL of `customer` and `identity`.
final class CustomerStore {
  Optional<Customer> byIdentity(Handle tx, IdentityKind kind, String value) {
    return tx.createQuery("""
            select c.*
              from identity i
              join customer owner on owner.id = i.customer
              join customer c on c.id = coalesce(owner.merged_into, owner.id)
             where i.kind = :kind and i.value = :value
            """)
        .bind("kind", kind)
        .bind("value", value)
        .map((row, context) -> customer(row))
        .findOne();
  }

  Optional<Customer> customer(Handle tx, CustomerId id) {
    return tx.createQuery("""
            select c.*
              from customer asked
              join customer c on c.id = coalesce(asked.merged_into, asked.id)
             where asked.id = :id
            """)
        .bind("id", id)
        .map((row, context) -> customer(row))
        .findOne();
  }

  Map<CustomerId, Customer> customers(Handle tx, Collection<CustomerId> ids) {
    var values = ids.stream().map(CustomerId::value).distinct().toList();
    return tx
        .createQuery("select * from customer where id = any(:ids)")
        .bindArray("ids", UUID.class, values)
        .map((row, context) -> customer(row))
        .stream()
        .collect(Collectors.toMap(Customer::id, Function.identity()));
  }

  List<Customer> search(Handle tx, String words, int limit) {
    return tx.createQuery("""
            select c.*
              from customer c
             where c.merged_into is null and c.forgotten_at is null
               and c.id in (
                   (select id from customer where lower(name) like :like limit 200)
                   union
                   (select customer from identity where value like :like limit 200))
             order by lower(c.name) like :starts desc, c.name
             limit :limit
            """)
        .bind("like", "%" + escaped(words) + "%")
        .bind("starts", escaped(words) + "%")
        .bind("limit", limit)
        .map((row, context) -> customer(row))
        .list();
  }

  /// By whole words of the name, without its accents.
  List<Customer> called(Handle tx, Collection<String> words, int limit) {
    return tx.createQuery("""
            select c.*
              from customer c
             where c.merged_into is null and c.forgotten_at is null and plain_name(c.name) && :words::text[]
             order by cardinality(array(
                      select unnest(plain_name(c.name)) intersect select unnest(:words::text[]))) desc,
                      c.name, c.id
             limit :limit
            """)
        .bindArray("words", String.class, words.toArray())
        .bind("limit", limit)
        .map((row, context) -> customer(row))
        .list();
  }

  List<Customer> page(Handle tx, @Nullable CustomerId after, int limit) {
    return tx.createQuery("""
            select *
              from customer
             where merged_into is null and forgotten_at is null and (:after::uuid is null or id < :after)
             order by id desc
             limit :limit
            """)
        .bind("after", after)
        .bind("limit", limit)
        .map((row, context) -> customer(row))
        .list();
  }

  List<Customer> pageOf(Handle tx, String words, @Nullable CustomerId after, int limit) {
    return tx.createQuery("""
            select *
              from customer
             where merged_into is null and forgotten_at is null and (:after::uuid is null or id < :after)
               and id in (
                   select id from customer where lower(name) like :like
                   union
                   select customer from identity where value like :like)
             order by id desc
             limit :limit
            """)
        .bind("after", after)
        .bind("like", "%" + escaped(words) + "%")
        .bind("limit", limit)
        .map((row, context) -> customer(row))
        .list();
  }

  void insert(Handle tx, Customer customer) {
    tx.createUpdate("""
            insert into customer (id, name, organisation, since, sample)
            values (:id, :name, :organisation, :since, :sample)
            """)
        .bind("id", customer.id())
        .bind("name", customer.name())
        .bind("organisation", customer.organisation())
        .bind("since", customer.since())
        .bind("sample", customer.sample())
        .execute();
  }

  /// Undoes an insert whose identity somebody else was quicker with.
  void undoInsert(Handle tx, CustomerId id) {
    tx.createUpdate("delete from customer where id = :id").bind("id", id).execute();
  }

  /// Nobody forgets them before the running transaction ends.
  void lock(Handle tx, CustomerId id) {
    tx.execute("select 1 from customer where id = ? for share", id.value());
  }

  Optional<Instant> forgottenAt(Handle tx, CustomerId id) {
    return tx.createQuery("""
            select forgotten_at as at from customer where id = :id and forgotten_at is not null
            """)
        .bind("id", id)
        .map((row, context) -> Rows.time(row, "at"))
        .findOne();
  }

  void rename(Handle tx, CustomerId id, String name) {
    tx.createUpdate("update customer set name = :name where id = :id")
        .bind("id", id)
        .bind("name", name)
        .execute();
  }

  List<Identity> identities(Handle tx, CustomerId id) {
    return tx.createQuery("select * from identity where customer = :id order by created_at")
        .bind("id", id)
        .map((row, context) -> identity(row))
        .list();
  }

  boolean insertIdentity(Handle tx, Identity identity, Instant now) {
    return tx.createUpdate("""
                insert into identity (id, customer, kind, value, source, level, verified_at, created_at, last_used_at)
                values (:id, :customer, :kind, :value, :source, :level, :verifiedAt, :now, :now)
                    on conflict (kind, value) do nothing
                """)
            .bind("id", identity.id())
            .bind("customer", identity.customer())
            .bind("kind", identity.kind())
            .bind("value", identity.value())
            .bind("source", identity.source())
            .bind("level", identity.level())
            .bind("verifiedAt", identity.verifiedAt())
            .bind("now", now)
            .execute()
        == 1;
  }

  /// A level only rises; what was proven stays proven.
  void used(Handle tx, IdentityKind kind, String value, VerificationLevel level, Instant now) {
    tx.createUpdate("""
            update identity
               set last_used_at = :now,
                   level = case when level in ('UNKNOWN', 'RECOGNISED') and :level = 'ATTESTED' then 'ATTESTED'
                                when level = 'UNKNOWN' then 'RECOGNISED'
                                else level end
             where kind = :kind and value = :value
            """)
        .bind("kind", kind)
        .bind("value", value)
        .bind("level", level)
        .bind("now", now)
        .execute();
  }

  Optional<IdentityId> confirm(
      Handle tx, CustomerId customer, IdentityKind kind, String value, Instant now) {
    return tx.createQuery("""
            update identity
               set level = 'VERIFIED', verified_at = :now
             where customer = :customer and kind = :kind and value = :value and level <> 'VERIFIED'
            returning id
            """)
        .bind("customer", customer)
        .bind("kind", kind)
        .bind("value", value)
        .bind("now", now)
        .map((row, context) -> Rows.id(row, "id", IdentityId::new))
        .findOne();
  }

  private static String escaped(String words) {
    return words.toLowerCase(java.util.Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1");
  }

  private static Customer customer(ResultSet row) throws SQLException {
    return new Customer(
        Rows.id(row, "id", CustomerId::new),
        row.getString("name"),
        row.getString("organisation"),
        Rows.time(row, "since"),
        row.getBoolean("sample"));
  }

  static Identity identity(ResultSet row) throws SQLException {
    return new Identity(
        Rows.id(row, "id", IdentityId::new),
        Rows.id(row, "customer", CustomerId::new),
        IdentityKind.valueOf(row.getString("kind")),
        row.getString("value"),
        row.getString("source"),
        VerificationLevel.valueOf(row.getString("level")),
        Rows.instant(row, "verified_at"),
        Rows.time(row, "last_used_at"));
  }
}
