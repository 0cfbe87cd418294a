package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Map;
import kept.desk.PhonePage.Entered;
import kept.phone.ShopLine;
import kept.phone.TrunkId;
import kept.phone.TrunkVerdict;
import kept.platform.PhoneNumbers;
import kept.platform.Refusal;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.team.Access;
import kept.team.AgentId;
import kept.team.MailAddress;
import kept.team.Shop;
import kept.team.Who;

/// The third of the first steps: the number that rings here and who carries its calls, and the
/// address that people write to.
public final class ReachingPages implements WebRoutes {
  private static final String PROVIDERS = SetUpSteps.REACHING + "/providers";

  private final Pages pages;
  private final SetUpSteps steps;
  private final PhoneReading phone;
  private final PhoneDoors doors;
  private final String smtp;

  /// @param smtp where mail comes in: "port 2525"
  public ReachingPages(Pages pages, SetUpSteps steps, PhoneReading phone, String smtp) {
    this.pages = pages;
    this.steps = steps;
    this.phone = phone;
    this.doors = phone.doors();
    this.smtp = smtp;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(SetUpSteps.REACHING, this::ask, Access.OWNER);
    routes.post(SetUpSteps.REACHING, this::save, Access.OWNER);
    routes.post(PROVIDERS, this::addProvider, Access.OWNER);
    routes.post(PROVIDERS + "/{id}/tests", this::test, Access.OWNER);
  }

  /// What stands in the fields.
  private record Typed(String address, String number) {}

  private void ask(Context request) {
    show(request, asItIs(), Map.of());
  }

  private void save(Context request) {
    var form = new Form(request);
    var typed = new Typed(form.text("address"), form.text("number"));
    var mistakes = new Mistakes();
    if (!typed.number.isEmpty()) mistakes.on("number", () -> PhoneNumbers.ours(typed.number));
    if (!typed.address.isEmpty() && !MailAddress.looksRight(typed.address))
      mistakes.add("address", ShopMail.HOW_TO_FIX);
    if (!mistakes.none()) {
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(request, typed, mistakes.byField());
      return;
    }
    if (!typed.address.equalsIgnoreCase(asItIs().address))
      ShopMail.set(shop(), me(request), typed.address);
    if (!typed.number.isEmpty()) addNumber(me(request), typed.number);
    var stays = form.text("then").equals("stay");
    request.redirect(stays ? SetUpSteps.REACHING : SetUpSteps.HEARING, HttpStatus.SEE_OTHER);
  }

  private void addNumber(AgentId by, String number) {
    var door = FirstDoor.of(doors.frontDoors(), by);
    doors.lines().set(by, number, PhonePages.THE_SHOP, door.id());
  }

  private void addProvider(Context request) {
    var typed = ProviderForm.in(new Form(request), ProviderForm.NEW);
    try {
      doors.trunks().add(me(request), typed.trunk(TrunkId.next(), null), typed.password());
      request.redirect(SetUpSteps.REACHING + "#provider", HttpStatus.SEE_OTHER);
    } catch (Refusal refused) {
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(request, asItIs(), Map.of(), typed.refused(refused.sentence()), Map.of());
    }
  }

  /// Waits for what the provider says; a script shows it in place.
  private void test(Context request) {
    var id = TrunkId.parse(request.pathParam("id"));
    var verdict = phone.tried(id);
    if (Htmx.asks(request)) pages.show(request, "phone/verdict.jte", PhoneWords.verdict(verdict));
    else show(request, asItIs(), Map.of(), Entered.NOTHING, Map.of(id, verdict));
  }

  private Typed asItIs() {
    var address = shop().business().email();
    return new Typed(address == null ? "" : address, "");
  }

  private void show(Context request, Typed typed, Map<String, String> mistakes) {
    show(request, typed, mistakes, Entered.NOTHING, Map.of());
  }

  private void show(
      Context request,
      Typed typed,
      Map<String, String> mistakes,
      Entered entered,
      Map<TrunkId, TrunkVerdict> verdicts) {
    var errors = mistakes.isEmpty() ? entered.errors() : mistakes;
    var page = new HelloPage.OfReaching(
        steps.step(request, 3, errors),
        typed.address,
        smtp,
        steps.number().map(this::rings).orElse(null),
        typed.number,
        phone.providers(entered, verdicts));
    pages.show(request, "hello/reaching.jte", page);
  }

  private HelloPage.Rings rings(ShopLine line) {
    return new HelloPage.Rings(
        line.words(), Forwarding.to(line.number()), steps.watch(SetUpSteps.REACHING));
  }

  private Shop shop() {
    return doors.people().shop();
  }

  private static AgentId me(Context request) {
    return Who.agent(request).id();
  }
}
