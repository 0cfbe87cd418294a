package kept;

import java.util.function.Supplier;
import kept.platform.Loop;
import kept.platform.http.WebRoutes;
import kept.platform.http.WebSettings;
import kept.texts.TextSenders;
import kept.texts.TwilioDoor;

/// The texts of one Kept: the door they come in by, the room where they are read, the way out.
final class Texting {
  private Texting() {}

  /// Reads what came in, also what came before we were stopped.
  static Loop startReading(Rooms rooms) {
    return rooms.texts.startReading();
  }

  static WebRoutes routes(Rooms rooms, WebSettings web) {
    return new TwilioDoor(rooms.shopTexts, rooms.texts, web);
  }

  /// Lets texts go out; links in them begin with `deskUrl`.
  static TextSenders wireSenders(Rooms rooms, Supplier<String> deskUrl) {
    var house = new TextSenders.House(
        rooms.shopTexts, rooms.messages, rooms.recaps, rooms.pageLinks, rooms.bookings);
    var senders = new TextSenders(rooms.database, house, deskUrl, rooms.clock);
    senders.wire(rooms.deliveries);
    return senders;
  }
}
