package kept.visitor;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.function.Consumer;
import kept.frontdoor.Bookings;
import kept.platform.PhoneNumbers;
import kept.platform.http.Assets;
import kept.platform.http.Pages;
import kept.promises.PromiseState;

/// What every page about a call that is booked has in common: the link that opens it, whose shop it
/// is, and what is said once there is nothing to book.
final class BookingDoor {
  private static final String OLD = "The link in our text works for 7 days, and this one is older.";
  private static final String NEVER = "It opens nothing any more.";

  private final Pages pages;
  private final Assets assets;
  private final BookingRoutes.Doors doors;

  BookingDoor(Pages pages, Assets assets, BookingRoutes.Doors doors) {
    this.pages = pages;
    this.assets = assets;
    this.doors = doors;
  }

  /// Goes on with a link that opens a call still to be made; says what became of any other.
  void through(Context request, Consumer<Bookings.Link> work) {
    VisitorRoutes.quiet(request);
    var link = doors.bookings().find(request.pathParam("token"));
    var now = doors.house().ground().clock().instant();
    if (link.isEmpty()) {
      request.status(HttpStatus.NOT_FOUND);
      over(request, "This link has ended.", NEVER);
      return;
    }
    var promise = doors.house().promises().get(link.get().promise());
    if (promise.isOpen() && link.get().opens(now)) {
      work.accept(link.get());
      return;
    }
    request.status(HttpStatus.GONE);
    if (promise.isOpen()) over(request, "This link has ended.", OLD);
    else if (promise.state() == PromiseState.KEPT)
      over(request, "We rang you already.", "This call is made, so its time stays as it was.");
    else
      over(request, "This call is off.", "It is no longer planned, so there is no time to pick.");
  }

  void over(Context request, String headline, String words) {
    pages.show(request, "visitor/book-over.jte", new BookOverPage(assets, sign(), headline, words));
  }

  /// The number that people dial stands in for one that the owner did not write down.
  ShopSign sign() {
    var sign = PageWords.sign(doors.house().shop().business());
    if (sign.phone() != null) return sign;
    var line = doors.line().get().map(each -> PhoneNumbers.words(each.number())).orElse(null);
    return new ShopSign(sign.name(), sign.initial(), sign.hue(), sign.email(), line);
  }

  /// A number that a person may ring back: nothing that costs far more, and none for emergencies.
  Optional<String> number(String typed) {
    var region =
        doors.line().get().map(line -> PhoneNumbers.region(line.number())).orElse("US");
    return PhoneNumbers.e164(typed, region)
        .filter(number -> !PhoneNumbers.isEmergency(typed, region))
        .filter(number -> !PhoneNumbers.isPremium(number));
  }

  /// The number that we ring for this link's call.
  BookPage.Known known(Bookings.Link link) {
    var asked = doors.numbers().of(link.promise());
    return new BookPage.Known(
        PhoneNumbers.words(asked.orElse(link.sentTo())),
        asked.isPresent() ? "The number you asked us to ring." : "The number you called from.");
  }
}
