package kept.promises;

import java.util.List;
import kept.platform.Rows;
import kept.team.AgentId;
import org.jdbi.v3.core.Handle;

/// All SQL that says who hears next of the open promises of somebody.
final class SecondStore {
  private static final String FORGET = """
      update promise
         set second = nullif(second, :agent), stands_in_for = nullif(stands_in_for, :agent),
             second_on_return = case when stands_in_for = :agent then null else nullif(second_on_return, :agent) end
       where :agent in (second, stands_in_for, second_on_return)
      """;

  /// Where nobody was named the owner was to hear next; now it is whoever was named. A second that
  /// was chosen for one promise stays, and so does one who stands in.
  void name(Handle tx, AgentId keeper, AgentId second, AgentId owner) {
    tx.createUpdate("""
            update promise
               set second = :second
             where keeper = :keeper and state = 'open' and stands_in_for is null
               and (second is null or second = :owner) and second is distinct from :second
            """)
        .bind("keeper", keeper)
        .bind("second", second)
        .bind("owner", owner)
        .execute();
  }

  /// Who hears next of a promise, to whom it goes back, and who hears next then.
  List<AgentId> of(Handle tx, PromiseId promise) {
    return tx.createQuery("""
            select distinct agent
              from promise, unnest(array[second, stands_in_for, second_on_return]) as agent
             where promise.id = :id and agent is not null
            """)
        .bind("id", promise)
        .map((row, context) -> Rows.id(row, "agent", AgentId::new))
        .list();
  }

  /// Nothing that is open goes to them any more, nor comes back to them.
  void forget(Handle tx, AgentId agent) {
    tx.createUpdate(FORGET + " and state = 'open'").bind("agent", agent).execute();
  }

  /// The same of one promise, before it is opened again.
  void forget(Handle tx, AgentId agent, PromiseId promise) {
    tx.createUpdate(FORGET + " and id = :promise")
        .bind("agent", agent)
        .bind("promise", promise)
        .execute();
  }
}
