package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import kept.desk.TimeReading.Typed;
import kept.platform.NotFound;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.team.AbsenceId;
import kept.team.Access;
import kept.team.QuietHours;
import kept.team.ReturnPath;
import kept.team.ShopTime;
import kept.team.Who;
import org.jspecify.annotations.Nullable;

/// Settings, your time, and the same about others: being away, at a job or driving, working hours,
/// quiet hours.
public final class TimePages implements WebRoutes {
  private static final String SELF = "/settings/you/time";
  private static final String OTHER = "/settings/team/{id}/time";
  private static final Set<String> YES_OR_NO = Set.of("yes", "no");
  private static final String SHIFTS_DO = "Promises count on these hours.";
  private static final Map<String, String> SAVED = Map.of(
      "leaving", "Saved. The others see it beside the name.",
      "back", "Welcome back. What others kept meanwhile comes back too.",
      "withdrawn", "That does not take place.",
      "shifts", "Saved. " + SHIFTS_DO,
      "quiet", "Saved.");

  private final Pages pages;
  private final Frames frames;
  private final TimeReading reading;

  public TimePages(Pages pages, Frames frames, TimeReading reading) {
    this.pages = pages;
    this.frames = frames;
    this.reading = reading;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    add(routes, SELF, Access.HELPER, Access.HELPER);
    add(routes, OTHER, Access.AGENT, Access.OWNER);
    routes.post("/me/elsewhere", this::sayElsewhere, Access.HELPER);
    routes.post("/me/back", this::sayBack, Access.HELPER);
  }

  private void add(JavalinDefaultRoutingApi routes, String base, Access stay, Access hours) {
    routes.get(base, this::look, stay);
    routes.post(base + "/absences", this::leave, stay);
    routes.post(base + "/absences/{absence}/withdrawal", this::withdraw, stay);
    routes.post(base + "/return", this::comeBack, stay);
    routes.post(base + "/shifts", this::setShifts, hours);
    routes.post(base + "/quiet", this::setQuiet, hours);
  }

  /// With `kind` it also says what that would change.
  private void look(Context request) {
    var onlooker = reading.onlooker(request);
    var form = LeavingForm.typed(request::queryParam);
    if (!form.isTyped()) {
      var told = request.queryParam("touched") == null ? null : reading.touched(request, onlooker);
      show(request, onlooker, Typed.leaving(form, told), Map.of());
      return;
    }
    var mistakes = new Mistakes();
    var absence =
        form.read(reading.whose(request, onlooker).id(), onlooker.time(), onlooker.now(), mistakes);
    var what = absence.map(meant -> reading.what(onlooker, meant)).orElse(null);
    show(request, onlooker, Typed.leaving(form, what), mistakes.byField());
  }

  private void leave(Context request) {
    var onlooker = reading.onlooker(request);
    var form = LeavingForm.typed(request::formParam);
    var mistakes = new Mistakes();
    var agent = reading.whose(request, onlooker);
    var absence = form.read(agent.id(), onlooker.time(), onlooker.now(), mistakes);
    if (absence.isEmpty()) {
      refuse(request, onlooker, Typed.leaving(form, null), mistakes);
      return;
    }
    reading.doors().presence().leave(onlooker.me().id(), absence.get());
    saved(request, "leaving");
  }

  private void withdraw(Context request) {
    var onlooker = reading.onlooker(request);
    var id = AbsenceId.parse(request.pathParam("absence"));
    var theirs = reading.doors().presence().of(reading.whose(request, onlooker).id());
    if (theirs.stream().noneMatch(absence -> absence.id().equals(id)))
      throw new NotFound("That is not planned any more.");
    reading.doors().presence().withdraw(onlooker.me().id(), id);
    saved(request, "withdrawn");
  }

  private void comeBack(Context request) {
    var onlooker = reading.onlooker(request);
    reading
        .doors()
        .presence()
        .comeBack(onlooker.me().id(), reading.whose(request, onlooker).id());
    saved(request, "back");
  }

  /// From the frame of any page, with one tap. What it endangers is told at once.
  private void sayElsewhere(Context request) {
    var onlooker = reading.onlooker(request);
    var me = onlooker.me().id();
    var mistakes = new Mistakes();
    var form = LeavingForm.typed(request::formParam);
    var absence = form.read(me, onlooker.time(), onlooker.now(), mistakes);
    if (absence.isEmpty()) throw new Refusal(String.join(" ", mistakes.byField().values()));
    var touched = reading.doors().standIns().during(absence.get(), onlooker.now());
    reading.doors().presence().leave(me, absence.get());
    if (touched.isEmpty()) whereTheyStood(request);
    else request.redirect(SELF + "?touched=yes", HttpStatus.SEE_OTHER);
  }

  private void sayBack(Context request) {
    var me = Who.agent(request).id();
    reading.doors().presence().comeBack(me, me);
    whereTheyStood(request);
  }

  private void setShifts(Context request) {
    var onlooker = reading.onlooker(request);
    var agent = reading.whose(request, onlooker).id();
    var form = new Form(request);
    var typed = ShiftForm.typed(form);
    var mistakes = new Mistakes();
    var spans = typed.read(mistakes);
    var before = reading.doors().presence().shiftsOf(agent);
    if (spans.isPresent() && ShiftForm.isStale(form.text("mark"), before, spans.get()))
      mistakes.add(
          "own",
          "Somebody saved other hours while this page was open. "
              + (Htmx.asks(request)
                  ? "Load it again to see them."
                  : "Save again to replace theirs."));
    if (spans.isEmpty() || !mistakes.none()) {
      refuse(request, onlooker, Typed.shifts(typed), mistakes);
      return;
    }
    reading.doors().presence().setShifts(onlooker.me().id(), agent, spans.get());
    if (Htmx.asks(request))
      pages.show(
          request,
          "time/shifts-saved.jte",
          new TimeParts.ShiftsSaved(SHIFTS_DO, ShiftForm.mark(spans.get())));
    else saved(request, "shifts");
  }

  private void setQuiet(Context request) {
    var onlooker = reading.onlooker(request);
    var agent = reading.whose(request, onlooker).id();
    var form = new Form(request);
    if (!YES_OR_NO.contains(form.text("quiet")))
      throw new Refusal("Say whether your nights are to be quiet: yes or no.");
    var typed = new TimeParts.Quiet(
        form.text("quiet").equals("yes"), form.text("starts"), form.text("ends"));
    var mistakes = new Mistakes();
    var quiet = typed.on() ? mistakes.on("quiet", () -> quiet(typed)) : null;
    if (!mistakes.none()) {
      refuse(request, onlooker, Typed.quiet(typed), mistakes);
      return;
    }
    reading.doors().presence().setQuiet(onlooker.me().id(), agent, quiet);
    if (Htmx.asks(request)) pages.show(request, AsYouGo.SAVED, quietDo(quiet));
    else saved(request, "quiet");
  }

  private static String quietDo(@Nullable QuietHours quiet) {
    if (quiet == null) return "Alarms ring and mail at any hour.";
    return "Nothing rings or mails from " + ShopTime.time(quiet.starts()) + " to "
        + ShopTime.time(quiet.ends()) + ", except the last warning before a promise breaks.";
  }

  private static QuietHours quiet(TimeParts.Quiet typed) {
    try {
      return new QuietHours(LocalTime.parse(typed.starts()), LocalTime.parse(typed.ends()));
    } catch (DateTimeParseException e) {
      throw new Refusal("Say both when the silence begins and when it ends.");
    }
  }

  private void refuse(Context request, Onlooker onlooker, Typed typed, Mistakes mistakes) {
    if (Htmx.asks(request)) throw AsYouGo.refusal(mistakes);
    request.status(HttpStatus.UNPROCESSABLE_CONTENT);
    show(request, onlooker, typed, mistakes.byField());
  }

  private void show(Context request, Onlooker onlooker, Typed typed, Map<String, String> mistakes) {
    var parts = reading.parts(request, onlooker, typed);
    var title = parts.whose().self() ? "Your time" : parts.whose().name();
    var frame = frames.around(request, title, Place.SETTINGS);
    var saved = mistakes.isEmpty() ? savedWords(request) : null;
    var page = new SettingsPage.OfTime(frame, parts, saved, mistakes);
    pages.show(request, "settings/time.jte", page);
  }

  private static void whereTheyStood(Context request) {
    request.redirect(ReturnPath.ofUrl(request.header("Referer")).value(), HttpStatus.SEE_OTHER);
  }

  private static void saved(Context request, String what) {
    request.redirect(TimeReading.base(request) + "?saved=" + what, HttpStatus.SEE_OTHER);
  }

  private static @Nullable String savedWords(Context request) {
    return SAVED.get(String.valueOf(request.queryParam("saved")));
  }
}
