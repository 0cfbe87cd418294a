package kept.promises;

import kept.team.AgentId;
import org.jdbi.v3.core.Handle;

/// All SQL that says who hears next of the open promises of somebody.
final class SecondStore {

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

  /// Nothing goes to them any more, nor comes back to them.
  void forget(Handle tx, AgentId agent) {
    tx.createUpdate("""
            update promise
               set second = nullif(second, :agent), stands_in_for = nullif(stands_in_for, :agent),
                   second_on_return = case when stands_in_for = :agent then null else nullif(second_on_return, :agent) end
             where state = 'open' and :agent in (second, stands_in_for, second_on_return)
            """).bind("agent", agent).execute();
  }
}
