package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Map;
import kept.desk.PhonePage.Entered;
import kept.desk.PhonePage.Link;
import kept.desk.PhonePage.Once;
import kept.phone.TrunkId;
import kept.phone.TrunkVerdict;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.platform.http.WebSettings;
import kept.team.Access;
import kept.team.AgentId;
import kept.team.Who;

/// Settings, phone: who carries the shop's calls, whether they do, and the phone system that the
/// shop kept.
public final class ProviderPages implements WebRoutes {
  private static final String PROVIDERS = PhonePages.PHONE + "/providers";
  private static final String OUTSIDE = PhonePages.PHONE + "/pbx";

  private final Pages pages;
  private final PhoneReading reading;
  private final PhoneDoors doors;
  private final WebSettings settings;

  public ProviderPages(Pages pages, PhoneReading reading, WebSettings settings) {
    this.pages = pages;
    this.reading = reading;
    this.doors = reading.doors();
    this.settings = settings;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post(PROVIDERS, this::add, Access.OWNER);
    routes.post(PROVIDERS + "/{id}", this::change, Access.OWNER);
    routes.post(PROVIDERS + "/{id}/removal", this::remove, Access.OWNER);
    routes.post(PROVIDERS + "/{id}/tests", this::test, Access.OWNER);
    routes.post(OUTSIDE, this::makeLink, Access.OWNER);
    routes.post(OUTSIDE + "/revocation", this::revokeLink, Access.OWNER);
  }

  private void add(Context request) {
    var typed = ProviderForm.in(new Form(request), ProviderForm.NEW);
    save(
        request,
        typed,
        () -> doors.trunks().add(me(request), typed.trunk(TrunkId.next(), null), typed.password()));
  }

  private void change(Context request) {
    var before = doors.trunks().get(id(request));
    var typed = ProviderForm.in(new Form(request), before.id().toString());
    save(
        request,
        typed,
        () ->
            doors.trunks().change(me(request), typed.trunk(before.id(), before), typed.password()));
  }

  private void save(Context request, ProviderForm typed, Runnable work) {
    try {
      work.run();
      request.redirect(PhonePages.PHONE + "?saved=provider#providers", HttpStatus.SEE_OTHER);
    } catch (Refusal refused) {
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(request, typed.refused(refused.sentence()), Once.NOTHING, Map.of());
    }
  }

  private void remove(Context request) {
    doors.trunks().remove(me(request), id(request));
    request.redirect(PhonePages.PHONE + "#providers", HttpStatus.SEE_OTHER);
  }

  /// Waits for what the provider says; a script shows it in place.
  private void test(Context request) {
    var id = id(request);
    var verdict = reading.tried(id);
    if (Htmx.asks(request)) pages.show(request, "phone/verdict.jte", PhoneWords.verdict(verdict));
    else show(request, Entered.NOTHING, Once.NOTHING, Map.of(id, verdict));
  }

  /// The address is in the answer and nowhere else, so that answer is the page itself.
  private void makeLink(Context request) {
    var address = settings.origin(request) + "/pbx/" + doors.pbxKeys().create(me(request));
    var example = "curl " + address
        + " -d event=newCall -d callId=1 -d direction=in -d from=+14155550142 -d to=+14155550100";
    show(request, Entered.NOTHING, new Once(null, new Link(address, example)), Map.of());
  }

  private void revokeLink(Context request) {
    doors.pbxKeys().revoke(me(request));
    request.redirect(PhonePages.PHONE + "#outside", HttpStatus.SEE_OTHER);
  }

  private void show(
      Context request, Entered entered, Once once, Map<TrunkId, TrunkVerdict> verdicts) {
    pages.show(request, "settings/phone.jte", reading.page(request, entered, once, verdicts));
  }

  private static TrunkId id(Context request) {
    return TrunkId.parse(request.pathParam("id"));
  }

  private static AgentId me(Context request) {
    return Who.agent(request).id();
  }
}
