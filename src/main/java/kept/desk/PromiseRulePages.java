package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.ArrayList;
import kept.desk.SettingsPage.OfPromises;
import kept.desk.SettingsPage.PromiseRuleForm;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.promises.ArmedTimes;
import kept.promises.PromiseRule;
import kept.promises.PromiseRules;
import kept.team.Access;
import kept.team.Who;
import org.jspecify.annotations.Nullable;

/// Settings, promises: who hears when before one breaks, and how soon a caller is rung back.
public final class PromiseRulePages implements WebRoutes {
  private static final String PROMISES = "/settings/promises";

  private final Pages pages;
  private final Frames frames;
  private final PromiseRules rules;
  private final ArmedTimes armed;

  public PromiseRulePages(Pages pages, Frames frames, PromiseRules rules, ArmedTimes armed) {
    this.pages = pages;
    this.frames = frames;
    this.rules = rules;
    this.armed = armed;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(PROMISES, this::show, Access.OWNER);
    routes.post(PROMISES, this::save, Access.OWNER);
  }

  private void show(Context request) {
    var saved = request.queryParam("saved") == null ? null : "Saved.";
    show(request, asItIs(), saved, null);
  }

  private void save(Context request) {
    var form = new Form(request);
    var typed = new PromiseRuleForm(form.text("lead"), form.text("owner"), form.text("ring_back"));
    try {
      var before = rules.get();
      var rule =
          new PromiseRule(minutes(typed.lead()), minutes(typed.owner()), minutes(typed.ringBack()));
      var times = armed.times();
      rules.set(Who.agent(request).id(), rule);
      var does = does(before, rule, armed.movedSince(times));
      if (Htmx.asks(request))
        pages.show(
            request,
            "settings/promises-saved.jte",
            new SettingsPage.PromisesSaved(does, LadderWords.of(rule)));
      else request.redirect(PROMISES + "?saved", HttpStatus.SEE_OTHER);
    } catch (Refusal refused) {
      if (Htmx.asks(request)) throw refused;
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(request, typed, null, refused.sentence());
    }
  }

  /// What is no number of minutes is refused as one that is out of bounds.
  private static int minutes(String typed) {
    return typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : -1;
  }

  private static String does(PromiseRule before, PromiseRule after, int moved) {
    var does = new ArrayList<String>();
    if (before.leadMinutes() != after.leadMinutes()
        || before.ownerMinutes() != after.ownerMinutes())
      does.add(HoursPages.moved(moved) + " What customers were told stays.");
    if (before.ringBackMinutes() != after.ringBackMinutes())
      does.add("Whoever rings in vain from now on is told that a person rings within "
          + after.ringBackMinutes() + " open minutes. What is promised already stays.");
    return does.isEmpty() ? "Nothing is other than before." : String.join(" ", does);
  }

  private PromiseRuleForm asItIs() {
    var rule = rules.get();
    return new PromiseRuleForm(
        "" + rule.leadMinutes(), "" + rule.ownerMinutes(), "" + rule.ringBackMinutes());
  }

  private void show(
      Context request, PromiseRuleForm form, @Nullable String saved, @Nullable String error) {
    var frame = frames.around(request, "Promises", Place.SETTINGS);
    var page = new OfPromises(frame, LadderWords.of(rules.get()), form, saved, error);
    pages.show(request, "settings/promises.jte", page);
  }
}
