package kept;

import kept.platform.http.Assets;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.visitor.VisitorDoors;
import kept.visitor.VisitorRoutes;

/// What Kept is to customers: the page behind the link in our mail.
final class Visitors {
  private Visitors() {}

  static WebRoutes routes(Rooms rooms, Pages pages, Assets assets) {
    var doors = new VisitorDoors(
        new VisitorDoors.Ground(rooms.database, rooms.secrets, rooms.clock),
        rooms.shop,
        rooms.team,
        rooms.customers,
        rooms.conversations,
        rooms.promises,
        new VisitorDoors.Writing(
            rooms.recaps, rooms.confirmations, rooms.pageLinks, rooms.newLinks));
    return new VisitorRoutes(pages, assets, doors);
  }
}
