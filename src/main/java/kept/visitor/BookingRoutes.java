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
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kept.frontdoor.Bookings;
import kept.phone.ShopLine;
import kept.platform.FormKeys;
import kept.platform.Id;
import kept.platform.PhoneNumbers;
import kept.platform.Refusal;
import kept.platform.http.Assets;
import kept.platform.http.Pages;
import kept.platform.http.Proxies;
import kept.platform.http.Public;
import kept.platform.http.WebRoutes;
import kept.promises.Promise;
import kept.promises.PromiseState;
import org.jspecify.annotations.Nullable;

/// Booking a call of ours: behind the link in a text for the call that is promised, and without a
/// link for whoever gives a name and a number. Looking changes nothing; no script runs.
public final class BookingRoutes implements WebRoutes {
  private static final String OLD = "The link in our text works for 7 days, and this one is older.";
  private static final String NEVER = "It opens nothing any more.";

  private final Pages pages;
  private final Assets assets;
  private final Doors doors;
  private final Proxies proxies;
  private final BookingLimits limits;

  /// What a booking goes through. `line` is the number that people dial, if there is one.
  public record Doors(
      VisitorDoors house,
      Bookings bookings,
      FormKeys formKeys,
      Supplier<Optional<ShopLine>> line) {}

  public BookingRoutes(Pages pages, Assets assets, Doors doors, Proxies proxies) {
    this.pages = pages;
    this.assets = assets;
    this.doors = doors;
    this.proxies = proxies;
    var ground = doors.house().ground();
    this.limits = new BookingLimits(ground.secrets(), ground.clock());
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/book", this::offer, Public.ANYONE);
    routes.post("/book", this::ask, Public.ANYONE);
    routes.get("/book/{token}", this::look, Public.ANYONE);
    routes.post("/book/{token}", this::choose, Public.ANYONE);
  }

  private void offer(Context request) {
    quiet(request);
    show(request, null, new LinkedHashMap<>());
  }

  private void look(Context request) {
    through(request, link -> show(request, link, new LinkedHashMap<>()));
  }

  /// Who has the link has the number that it was sent to, and goes on to the page of the promise.
  private void choose(Context request) {
    through(request, link -> {
      limits.takeChoice(request.pathParam("token"));
      var errors = new LinkedHashMap<String, String>();
      var slot = slot(request, errors);
      var promise = slot == null
          ? null
          : orError(
              errors, () -> doors.bookings().choose(link.promise(), slot, text(request, "about")));
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
    quiet(request);
    limits.takeAsking(proxies.addressOf(request));
    var errors = new LinkedHashMap<String, String>();
    var slot = slot(request, errors);
    if (text(request, "name").isEmpty()) errors.put("name", "Say what you’re called.");
    var number = number(text(request, "number"));
    if (number.isEmpty()) errors.put("number", "Enter a number people can ring back.");
    if (slot == null
        || !errors.isEmpty()
        || orError(errors, () -> book(request, slot, number.get())) == null) {
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(request, null, errors);
      return;
    }
    var when = words("/book", null).when(slot);
    over(
        request,
        "We’ll ring you at " + when + ".",
        "On " + PhoneNumbers.words(number.get())
            + ". A person rings, and has read what you told us.");
  }

  private Instant book(Context request, Instant slot, String number) {
    var stranger = new Bookings.Stranger(text(request, "name"), number);
    var about = text(request, "about");
    var content = List.of(stranger.name(), number, slot.toString(), about);
    return doors.house().ground().database().inTransaction(tx -> {
      if (doors.formKeys().use(key(request), content)) {
        limits.takeNumber(number);
        doors.bookings().ask(stranger, slot, about);
      }
      return slot;
    });
  }

  private static UUID key(Context request) {
    var key = text(request, "key");
    return key.isEmpty() ? Id.fresh() : Id.parse(key);
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
      return Instant.parse(text(request, "slot"));
    } catch (DateTimeException none) {
      errors.put("slot", "Pick a time.");
      return null;
    }
  }

  private Optional<String> number(String typed) {
    var region =
        doors.line().get().map(line -> PhoneNumbers.region(line.number())).orElse("US");
    return PhoneNumbers.e164(typed, region)
        .filter(number -> !PhoneNumbers.isEmergency(typed, region));
  }

  /// Goes on with a link that opens a call still to be made; says what became of any other.
  private void through(Context request, Consumer<Bookings.Link> work) {
    quiet(request);
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

  private void show(Context request, Bookings.@Nullable Link link, Map<String, String> errors) {
    var promise = link == null ? null : doors.house().promises().get(link.promise());
    var path = link == null ? "/book" : "/book/" + request.pathParam("token");
    var words = words(path, promise);
    var day = day(request);
    var chosen = request.formParam("slot");
    var customer = promise == null ? null : doors.house().customers().get(promise.customer());
    var known = link == null ? null : PhoneNumbers.words(link.sentTo());
    var them = new BookPage.Them(
        known, text(request, "name"), text(request, "number"), text(request, "about"));
    var page = new BookPage(
        assets,
        sign(),
        path,
        words.lead(promise, customer),
        words.soonest(chosen, day != null),
        words.days(day),
        words.picked(day, chosen),
        them,
        doors.formKeys().fresh().toString(),
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

  private void over(Context request, String headline, String words) {
    pages.show(request, "visitor/book-over.jte", new BookOverPage(assets, sign(), headline, words));
  }

  /// The number that people dial stands in for one that the owner did not write down.
  private ShopSign sign() {
    var sign = PageWords.sign(doors.house().shop().business());
    if (sign.phone() != null) return sign;
    var line = doors.line().get().map(each -> PhoneNumbers.words(each.number())).orElse(null);
    return new ShopSign(sign.name(), sign.initial(), sign.hue(), sign.email(), line);
  }

  private static @Nullable LocalDate day(Context request) {
    try {
      var day = request.queryParam("day");
      return day == null ? null : LocalDate.parse(day);
    } catch (DateTimeException none) {
      return null;
    }
  }

  private static void quiet(Context request) {
    request.header("Referrer-Policy", "no-referrer");
    request.header("X-Robots-Tag", "noindex, nofollow");
  }

  private static String text(Context request, String field) {
    var sent = request.formParam(field);
    return sent == null ? "" : sent.strip();
  }
}
