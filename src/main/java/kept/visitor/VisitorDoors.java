package kept.visitor;

import java.time.InstantSource;
import kept.conversations.Conversations;
import kept.customers.Customers;
import kept.platform.Database;
import kept.platform.Secrets;
import kept.promises.Promises;
import kept.recaps.Confirmations;
import kept.recaps.NewLinks;
import kept.recaps.PageLinks;
import kept.recaps.Recaps;
import kept.team.Shop;
import kept.team.Team;

/// The doors of the rooms that a customer's page goes through.
public record VisitorDoors(
    Ground ground,
    Shop shop,
    Team team,
    Customers customers,
    Conversations conversations,
    Promises promises,
    Writing writing) {

  /// What everything stands on.
  public record Ground(Database database, Secrets secrets, InstantSource clock) {}

  /// What they got in writing, and what they say to it.
  public record Writing(
      Recaps recaps, Confirmations confirmations, PageLinks links, NewLinks newLinks) {}
}
