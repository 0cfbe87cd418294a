package kept;

import java.util.List;
import java.util.stream.Stream;
import kept.phone.CallListing;
import kept.platform.http.Assets;
import kept.platform.http.Pages;
import kept.platform.http.Proxies;
import kept.platform.http.WebRoutes;
import kept.platform.http.WebSettings;
import kept.visitor.BookingRoutes;
import kept.visitor.VisitorDoors;
import kept.visitor.VisitorRoutes;

/// What Kept is to customers: the page behind the link that we sent, and the page that books a
/// call.
final class Visitors {
  private Visitors() {}

  static List<WebRoutes> routes(Rooms rooms, Pages pages, Assets assets, WebSettings web) {
    var doors = new VisitorDoors(
        new VisitorDoors.Ground(rooms.database, rooms.secrets, rooms.clock),
        rooms.shop,
        rooms.team,
        rooms.customers,
        rooms.conversations,
        rooms.promises,
        new VisitorDoors.Writing(
            rooms.recaps, rooms.confirmations, rooms.pageLinks, rooms.newLinks));
    var booking = new BookingRoutes.Doors(
        doors,
        rooms.bookings,
        rooms.askedNumbers,
        rooms.formKeys,
        new CallListing(rooms.database),
        rooms.lines::first);
    return Stream.concat(
            Stream.of(new VisitorRoutes(pages, assets, doors)),
            BookingRoutes.all(pages, assets, booking, new Proxies(web.trustedProxies())).stream())
        .toList();
  }
}
