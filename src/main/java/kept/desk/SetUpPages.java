package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kept.line.sip.Trunks;
import kept.phone.ShopLine;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.team.Access;
import kept.team.Agent;
import kept.team.Who;

/// The first steps once there is an owner: what the business is called, who comes back by what, and
/// the call that shows that everything works.
public final class SetUpPages implements WebRoutes {
  private static final Pattern APPLE = Pattern.compile("iPhone|iPad|iPod");

  private final Pages pages;
  private final SetUpSteps steps;
  private final Doorstep doorstep;
  private final PhoneDoors doors;
  private final ShopForms forms;

  public SetUpPages(Pages pages, SetUpSteps steps, Doorstep doorstep) {
    this.pages = pages;
    this.steps = steps;
    this.doorstep = doorstep;
    this.doors = steps.doors();
    this.forms = new ShopForms(doors.people().shop(), doors.people().clock());
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(SetUpSteps.BUSINESS, this::askForBusiness, Access.OWNER);
    routes.post(SetUpSteps.BUSINESS, this::saveBusiness, Access.OWNER);
    routes.get(SetUpSteps.YOU, this::showYou, Access.OWNER);
    routes.get(SetUpSteps.CALLING, this::askForACall, Access.OWNER);
    routes.get(SetUpSteps.WATCH, this::watch, Access.OWNER);
  }

  private void askForBusiness(Context request) {
    showBusiness(request, forms.shown(), Map.of());
  }

  private void saveBusiness(Context request) {
    var typed = new Form(request);
    var mistakes = new Mistakes();
    var said = forms.read(typed, mistakes);
    if (said.isEmpty()) {
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      showBusiness(request, forms.shown(typed), mistakes.byField());
      return;
    }
    forms.save(Who.agent(request).id(), said.get());
    request.redirect(SetUpSteps.YOU, HttpStatus.SEE_OTHER);
  }

  private void showBusiness(Context request, ShopForm shop, Map<String, String> mistakes) {
    var step = steps.step(request, 1, mistakes);
    pages.show(request, "hello/business.jte", new HelloPage.OfBusiness(step, shop));
  }

  private void showYou(Context request) {
    var me = Who.agent(request);
    var step = steps.step(request, 2, Map.of());
    var page = new HelloPage.OfOwnerThere(step, me.name(), me.email(), comesIn(me));
    pages.show(request, "hello/owner-there.jte", page);
  }

  private String comesIn(Agent me) {
    var passkeys = !doorstep.passkeys().of(me.id()).isEmpty();
    var password = doorstep.signIn().hasPassword(me);
    if (passkeys && password) return "a passkey or a password";
    return passkeys ? "a passkey" : "a password";
  }

  private void askForACall(Context request) {
    var number = steps.number();
    var page = new HelloPage.OfCalling(
        steps.step(request, 5, Map.of()),
        number.map(this::dialled).orElse(null),
        number.isEmpty() ? List.of() : knots(Who.agent(request)),
        doors.people().shop().business().email(),
        isApple(request));
    pages.show(request, "hello/calling.jte", page);
  }

  private HelloPage.Dialled dialled(ShopLine line) {
    return new HelloPage.Dialled(line.number(), line.words(), steps.watch(SetUpSteps.CALLING));
  }

  /// What would keep the call from a person, in the order in which it would.
  private List<String> knots(Agent me) {
    var knots = new ArrayList<String>();
    if (doors.trunks().list().isEmpty())
      knots.add("Nobody carries this number’s calls here yet. Say who does under “Reaching you”.");
    doors.line().health().values().stream()
        .filter(each -> !each.usable())
        .map(Trunks.Health::words)
        .forEach(knots::add);
    var hours = doors.people().shop().hours();
    if (!hours.isOpen(doors.people().clock().instant()))
      knots.add("You’re closed at this hour: you hear that, and can leave a message.");
    else if (!somethingRings(me))
      knots.add("No phone of yours rings yet, so nobody can pick up. What you hear ends in a"
          + " promise to ring back.");
    return knots;
  }

  private boolean somethingRings(Agent me) {
    var mobile = me.mobile();
    return (mobile != null && mobile.rings())
        || doors.phones().list().stream().anyMatch(doors.line()::isRegistered);
  }

  private void watch(Context request) {
    pages.show(request, "hello/watch.jte", steps.watch(SetUpSteps.CALLING));
  }

  private static boolean isApple(Context request) {
    var browser = request.userAgent();
    return browser != null && APPLE.matcher(browser).find();
  }
}
