package kept.visitor;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kept.frontdoor.AskedNumbers;
import kept.frontdoor.Bookings;
import kept.phone.CallListing;
import kept.phone.ShopLine;
import kept.platform.FormKeys;
import kept.platform.PhoneNumbers;
import kept.platform.Refusal;
import kept.platform.http.Assets;
import kept.platform.http.Pages;
import kept.platform.http.Proxies;
import kept.platform.http.Public;
import kept.platform.http.WebRoutes;
import kept.promises.Promise;
import org.jspecify.annotations.Nullable;

/// Booking a call of ours: behind the link in a text for the call that is promised, and without a
/// link for whoever gives a name and a number. Looking changes nothing; no script runs.
public final class BookingRoutes implements WebRoutes {
  private final Pages pages;
  private final Assets assets;
  private final Doors doors;
  private final Proxies proxies;
  private final BookingLimits limits;
  private final BookingDoor door;

  /// What a booking goes through. `line` is the number that people dial, if there is one.
  public record Doors(
      VisitorDoors house,
      Bookings bookings,
      AskedNumbers numbers,
      FormKeys formKeys,
      CallListing calls,
      Supplier<Optional<ShopLine>> line) {}

  BookingRoutes(Pages pages, Assets assets, Doors doors, Proxies proxies, BookingLimits limits) {
    this.pages = pages;
    this.assets = assets;
    this.doors = doors;
    this.proxies = proxies;
    this.limits = limits;
    this.door = new BookingDoor(pages, assets, doors);
  }

  /// Everything about booking, which shares its limits.
  public static List<WebRoutes> all(Pages pages, Assets assets, Doors doors, Proxies proxies) {
    var ground = doors.house().ground();
    var limits = new BookingLimits(ground.secrets(), ground.clock());
    return List.of(
        new BookingRoutes(pages, assets, doors, proxies, limits),
        new NumberRoutes(pages, assets, doors, limits));
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/book", this::offer, Public.ANYONE);
    routes.post("/book", this::ask, Public.ANYONE);
    routes.get("/book/{token}", this::look, Public.ANYONE);
    routes.post("/book/{token}", this::choose, Public.ANYONE);
  }

  private void offer(Context request) {
    VisitorRoutes.quiet(request);
    show(request, null, new LinkedHashMap<>());
  }

  private void look(Context request) {
    door.through(request, link -> show(request, link, new LinkedHashMap<>()));
  }

  /// Who has the link has the number that it was sent to, and goes on to the page of the promise.
  private void choose(Context request) {
    door.through(request, link -> {
      limits.takeChoice(request.pathParam("token"));
      var errors = new LinkedHashMap<String, String>();
      var slot = slot(request, errors);
      var promise = slot == null
          ? null
          : orError(
              errors,
              () -> doors
                  .bookings()
                  .choose(link.promise(), slot, VisitorRoutes.text(request, "about")));
      if (promise == null) {
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(request, link, errors);
        return;
      }
      var links = doors.house().writing().links();
      var token = links.mintShort(promise.conversation(), link.sentTo());
      request.redirect("/p/" + token, HttpStatus.SEE_OTHER);
    });
  }

  /// A second click finds the first one's booking, and books nothing.
  private void ask(Context request) {
    VisitorRoutes.quiet(request);
    limits.takeAsking(proxies.addressOf(request));
    var errors = new LinkedHashMap<String, String>();
    var slot = slot(request, errors);
    if (VisitorRoutes.text(request, "name").isEmpty())
      errors.put("name", "Say what you’re called.");
    var number = door.number(VisitorRoutes.text(request, "number"));
    if (number.isEmpty()) errors.put("number", "Enter a number people can ring back.");
    if (slot == null
        || !errors.isEmpty()
        || orError(errors, () -> book(request, slot, number.get())) == null) {
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(request, null, errors);
      return;
    }
    var when = words("/book", null).when(slot);
    door.over(
        request,
        "We’ll ring you at " + when + ".",
        "On " + PhoneNumbers.words(number.get())
            + ". A person rings, and has read what you told us.");
  }

  private Instant book(Context request, Instant slot, String number) {
    var stranger = new Bookings.Stranger(VisitorRoutes.text(request, "name"), number);
    var about = VisitorRoutes.text(request, "about");
    var content = List.of(stranger.name(), number, slot.toString(), about);
    return doors.house().ground().database().inTransaction(tx -> {
      if (doors.formKeys().use(VisitorRoutes.text(request, "key"), content)) {
        limits.takeNumber(number);
        doors.bookings().ask(stranger, slot, about);
      }
      return slot;
    });
  }

  private static <T> @Nullable T orError(Map<String, String> errors, Supplier<T> work) {
    try {
      return work.get();
    } catch (Refusal refused) {
      errors.put("slot", refused.sentence());
      return null;
    }
  }

  private static @Nullable Instant slot(Context request, Map<String, String> errors) {
    try {
      return Instant.parse(VisitorRoutes.text(request, "slot"));
    } catch (DateTimeException none) {
      errors.put("slot", "Pick a time.");
      return null;
    }
  }

  private void show(Context request, Bookings.@Nullable Link link, Map<String, String> errors) {
    var promise = link == null ? null : doors.house().promises().get(link.promise());
    var path = link == null ? "/book" : "/book/" + request.pathParam("token");
    var words = words(path, promise);
    var day = day(request);
    var chosen = request.formParam("slot");
    var customer = promise == null ? null : doors.house().customers().get(promise.customer());
    var call = promise == null ? null : doors.calls().before(promise.id()).orElse(null);
    var known = link == null ? null : door.known(link);
    var them = new BookPage.Them(
        known,
        VisitorRoutes.text(request, "name"),
        VisitorRoutes.text(request, "number"),
        VisitorRoutes.text(request, "about"));
    var page = new BookPage(
        assets,
        door.sign(),
        path,
        words.lead(promise, customer, call),
        words.soonest(chosen, day != null),
        words.days(day),
        words.picked(day, chosen),
        them,
        doors.formKeys().fresh(),
        errors);
    pages.show(request, "visitor/book.jte", page);
  }

  private BookWords words(String path, @Nullable Promise promise) {
    return new BookWords(
        doors.bookings().times(promise),
        doors.house().shop().time(),
        doors.house().team().everyone(),
        path);
  }

  private static @Nullable LocalDate day(Context request) {
    try {
      var day = request.queryParam("day");
      return day == null ? null : LocalDate.parse(day);
    } catch (DateTimeException none) {
      return null;
    }
  }
}
