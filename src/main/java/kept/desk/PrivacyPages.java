package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.function.IntUnaryOperator;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.privacy.KeepFor;
import kept.privacy.Retention;
import kept.team.Access;
import kept.team.Who;
import org.jspecify.annotations.Nullable;

/// Settings, privacy: how long things are kept, and where people are exported and forgotten.
public final class PrivacyPages implements WebRoutes {
  private static final String PRIVACY = "/settings/privacy";

  private final Pages pages;
  private final Frames frames;
  private final Retention retention;

  public PrivacyPages(Pages pages, Frames frames, Retention retention) {
    this.pages = pages;
    this.frames = frames;
    this.retention = retention;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(PRIVACY, this::show, Access.OWNER);
    routes.post(PRIVACY, this::save, Access.OWNER);
  }

  private void show(Context request) {
    var saved = request.queryParam("saved") != null;
    show(request, saved ? "Saved. What is older goes within the next hours." : null, null);
  }

  private void save(Context request) {
    try {
      var form = new Form(request);
      var rule = new KeepFor(number(form.text("letters")), number(form.text("people")));
      retention.keepFor(Who.agent(request).id(), rule);
      request.redirect(PRIVACY + "?saved", HttpStatus.SEE_OTHER);
    } catch (Refusal e) {
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(request, null, e.sentence());
    }
  }

  private static int number(String typed) {
    return typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : -1;
  }

  private void show(Context request, @Nullable String saved, @Nullable String error) {
    var rule = retention.rule();
    var page = new PrivacyPage(
        frames.around(request, "Privacy", Place.SETTINGS),
        choices(KeepFor.DAYS, rule.rawMailDays(), true, retention::lettersOlderThan),
        choices(KeepFor.YEARS, rule.peopleYears(), false, retention::peopleOlderThan),
        saved,
        error);
    pages.show(request, "settings/privacy.jte", page);
  }

  private static List<Choice> choices(
      List<Integer> all, int chosen, boolean letters, IntUnaryOperator older) {
    return all.stream()
        .map(each -> new Choice(
            String.valueOf(each),
            each == 0
                ? "For ever"
                : span(each, letters) + ", " + goes(older.applyAsInt(each), letters),
            each == chosen))
        .toList();
  }

  private static String span(int number, boolean days) {
    if (!days) return number + " years";
    return number == 365 ? "A year" : number + " days";
  }

  /// "14 letters are older", "nobody is longer away".
  private static String goes(int count, boolean letters) {
    if (letters) return count == 1 ? "1 letter goes now" : count + " letters go now";
    return count == 1 ? "1 person goes now" : count + " people go now";
  }
}
