package kept.frontdoor;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import kept.customers.CustomerForgotten;
import kept.customers.CustomerId;
import kept.customers.Customers;
import kept.customers.Identity;
import kept.customers.IdentityKind;
import kept.platform.Database;
import kept.platform.Events;
import org.jdbi.v3.core.Handle;

/// Forgets where somebody asked to be rung, their links to pick a time, and their numbers in the
/// list of nuisances and among those who go straight through. Hears of it in the transaction.
/// Threads may share this object.
public final class DoorErasure {
  private final Events events;
  private final Customers customers;

  public DoorErasure(Database database, Events events, Customers customers) {
    this.events = events;
    this.customers = customers;
    events.within(
        CustomerForgotten.class,
        (by, forgotten) -> database.useTransaction(tx -> forget(tx, forgotten.customer())));
  }

  private void forget(Handle tx, CustomerId customer) {
    tx.createUpdate("""
            delete from ring_at where promise in (select id from promise where customer = :customer)
            """).bind("customer", customer).execute();
    tx.createUpdate("""
            delete from booking_link where promise in (select id from promise where customer = :customer)
            """).bind("customer", customer).execute();
    var numbers = customers.knowledgeOf(customer).identities().stream()
        .filter(identity -> identity.kind() == IdentityKind.PHONE)
        .map(Identity::value)
        .toList();
    tx.createUpdate("delete from nuisance where number = any(:numbers)")
        .bindArray("numbers", String.class, numbers)
        .execute();
    straight(tx, numbers);
  }

  /// Where they were the only one who goes straight through, nobody does.
  private void straight(Handle tx, List<String> numbers) {
    var doors = drop(tx, "front_door", "plan", numbers);
    drop(tx, "front_door", "draft", numbers);
    drop(tx, "front_door_past", "plan", numbers);
    doors.forEach(door -> events.publish(null, new FrontDoorChanged(new FrontDoorId(door))));
  }

  private static List<UUID> drop(Handle tx, String table, String plan, List<String> numbers) {
    var changed = tx.createQuery("""
            update <table>
               set <plan> = jsonb_set(<plan>, '{direct,callers}', (<plan> #> '{direct,callers}') - :numbers::text[])
             where exists (select 1
                             from jsonb_array_elements_text(<plan> #> '{direct,callers}') caller
                            where caller = any(:numbers))
            returning id
            """)
        .define("table", table)
        .define("plan", plan)
        .bindArray("numbers", String.class, numbers)
        .mapTo(UUID.class)
        .list();
    tx.createUpdate(
            "update <table> set <plan> = <plan> - 'direct' where <plan> #> '{direct,callers}' = '[]'")
        .define("table", table)
        .define("plan", plan)
        .execute();
    return changed;
  }

  /// Those of these files that are a greeting of some door, now, in a draft or before.
  public static List<String> held(Handle tx, Collection<String> hashes) {
    return tx.createQuery("""
            with plans as (
                 select plan::text as words from front_door
                  union all
                 select draft::text from front_door where draft is not null
                  union all
                 select plan::text from front_door_past)
            select hash
              from unnest(:hashes) hash
             where exists (select 1 from plans where position(hash in plans.words) > 0)
            """)
        .bindArray("hashes", String.class, hashes)
        .mapTo(String.class)
        .list();
  }
}
