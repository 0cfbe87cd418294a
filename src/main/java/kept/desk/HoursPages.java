package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import kept.platform.NotFound;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.promises.ArmedTimes;
import kept.team.Access;
import kept.team.Shop;
import kept.team.Who;
import org.jspecify.annotations.Nullable;

/// Settings, hours: the shop's week, its public holidays, and days of its own.
public final class HoursPages implements WebRoutes {
  private static final String HOURS = "/settings/hours";
  private static final String SOMEBODY_ELSE =
      "Somebody saved other hours while this page was open. ";
  private static final String SAVE_AGAIN =
      "What you typed is still here: save again to replace theirs.";
  private static final String LOOK_AGAIN = "Load the page again to see them.";

  private final Pages pages;
  private final Frames frames;
  private final Shop shop;
  private final ArmedTimes armed;
  private final InstantSource clock;
  private final ShopForms forms;

  public HoursPages(Pages pages, Frames frames, Shop shop, ArmedTimes armed, InstantSource clock) {
    this.pages = pages;
    this.frames = frames;
    this.shop = shop;
    this.armed = armed;
    this.clock = clock;
    this.forms = new ShopForms(shop, clock);
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(HOURS, request -> show(request, asItIs(), Map.of()), Access.OWNER);
    routes.post(HOURS, this::saveWeek, Access.OWNER);
    routes.get(HOURS + "/holidays", this::lookAtHolidays, Access.OWNER);
    routes.post(HOURS + "/holidays", this::saveHolidays, Access.OWNER);
    routes.post(HOURS + "/days", this::addDay, Access.OWNER);
    routes.post(HOURS + "/days/{day}/removal", this::removeDay, Access.OWNER);
  }

  /// The three forms of the page, each as it is or as it was typed.
  private record Forms(
      ShopForm shop,
      HolidayForm holidays,
      OwnDayForm own,
      @Nullable String holidaysError) {
    Forms with(ShopForm typed) {
      return new Forms(typed, holidays, own, null);
    }

    Forms with(OwnDayForm typed) {
      return new Forms(shop, holidays, typed, null);
    }

    Forms with(HolidayForm typed, @Nullable String error) {
      return new Forms(shop, typed, own, error);
    }
  }

  private void saveWeek(Context request) {
    var typed = new Form(request);
    var mistakes = new Mistakes();
    var said = forms.read(typed, mistakes);
    if (said.isPresent() && forms.isStale(typed, said.get()))
      mistakes.add("page", SOMEBODY_ELSE + (Htmx.asks(request) ? LOOK_AGAIN : SAVE_AGAIN));
    if (said.isEmpty() || !mistakes.none()) {
      refuse(request, asItIs().with(forms.shown(typed)), mistakes);
      return;
    }
    save(request, "", () -> forms.save(Who.agent(request).id(), said.get()));
  }

  private void lookAtHolidays(Context request) {
    var chosen = HolidayForm.typed(request.queryParam("country"), request.queryParam("part"));
    var error = error(chosen);
    show(request, asItIs().with(chosen, error), Map.of());
  }

  private void saveHolidays(Context request) {
    var form = new Form(request);
    var chosen = HolidayForm.typed(form.text("country"), form.text("part"));
    var error = error(chosen);
    if (error != null) {
      if (Htmx.asks(request)) throw new Refusal(error);
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(request, asItIs().with(chosen, error), Map.of());
      return;
    }
    save(
        request,
        "#holidays",
        () -> shop.change(Who.agent(request).id(), hours -> hours.with(chosen.holidays())));
  }

  private void addDay(Context request) {
    var typed = OwnDayForm.typed(new Form(request));
    var mistakes = new Mistakes();
    var special = typed.read(words(), mistakes);
    if (special.isEmpty()) {
      refuse(request, asItIs().with(typed), mistakes);
      return;
    }
    save(
        request,
        "#days",
        () -> shop.change(Who.agent(request).id(), hours -> hours.with(special.get())));
  }

  private void removeDay(Context request) {
    var day = day(request).orElseThrow(() -> new NotFound("There is no such day."));
    save(request, "#days", () -> shop.change(Who.agent(request).id(), hours -> hours.without(day)));
  }

  /// Does it, and says how many promises have other alarm times now.
  private void save(Context request, String where, Runnable work) {
    var before = armed.times();
    work.run();
    var moved = armed.movedSince(before);
    if (Htmx.asks(request))
      pages.show(request, "hours/saved.jte", new HoursParts.Saved(moved(moved), parts(asItIs())));
    else request.redirect(HOURS + "?saved=" + moved + where, HttpStatus.SEE_OTHER);
  }

  private void refuse(Context request, Forms typed, Mistakes mistakes) {
    if (Htmx.asks(request)) throw AsYouGo.refusal(mistakes);
    request.status(HttpStatus.UNPROCESSABLE_CONTENT);
    show(request, typed, mistakes.byField());
  }

  private void show(Context request, Forms shown, Map<String, String> mistakes) {
    var parts = parts(shown);
    var frame = frames.around(request, "Hours", Place.SETTINGS);
    var saved = mistakes.isEmpty() ? saved(request.queryParam("saved")) : null;
    pages.show(
        request, "settings/hours.jte", new SettingsPage.OfHours(frame, parts, saved, mistakes));
  }

  private HoursParts parts(Forms shown) {
    var words = words();
    return new HoursParts(
        words.sentence(),
        words.ahead(),
        shown.shop,
        publicDays(words, shown.holidays, shown.holidaysError),
        shown.own.page(words));
  }

  private static @Nullable String saved(@Nullable String moved) {
    if (moved == null || !moved.matches("\\d{1,5}")) return null;
    return "Saved. " + moved(Integer.parseInt(moved));
  }

  static String moved(int moved) {
    return switch (moved) {
      case 0 -> "No open promise needed other alarms.";
      case 1 -> "One open promise has new alarm times.";
      default -> moved + " open promises have new alarm times.";
    };
  }

  private HoursParts.PublicDays publicDays(
      HoursWords words, HolidayForm chosen, @Nullable String error) {
    var unsaved = error != null || !chosen.holidays().equals(words.hours().holidays());
    return chosen.page(words, unsaved, error);
  }

  private static @Nullable String error(HolidayForm chosen) {
    var mistakes = new Mistakes();
    mistakes.on("country", chosen::holidays);
    return mistakes.byField().get("country");
  }

  private Forms asItIs() {
    return new Forms(
        forms.shown(), HolidayForm.of(shop.hours().holidays()), OwnDayForm.EMPTY, null);
  }

  private HoursWords words() {
    return new HoursWords(shop.hours(), shop.time(), clock.instant());
  }

  private static Optional<LocalDate> day(Context request) {
    try {
      return Optional.of(LocalDate.parse(request.pathParam("day")));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
