package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;
import java.util.Map;
import kept.platform.NotFound;
import kept.platform.http.ErrorPage;
import kept.platform.http.Pages;
import kept.platform.http.Public;
import kept.platform.http.WebRoutes;
import kept.team.Business;
import kept.team.Invitation;
import kept.team.Invitations;
import kept.team.Newcomer;
import kept.team.Shop;
import kept.team.WayIn;

/// The first steps of a new shop, behind the set-up link that `./kept start` prints.
///
/// Each step saves what it asks. The second one makes the owner and uses the link up, so until then
/// one may stop, come back, and correct what was said before; from there [SetUpPages] go on.
public final class HelloPages implements WebRoutes {
  private static final String NOT_YET =
      "This shop is not set up yet. Kept printed a set-up link when it started: open that. If it is"
          + " gone, stop Kept and start it again, and it prints a new one.";

  private final Pages pages;
  private final Frames frames;
  private final Doorstep doorstep;
  private final NewShop newShop;
  private final ShopForms forms;

  /// What is to be set up.
  public record NewShop(Shop shop, Invitations invitations, InstantSource clock) {}

  public HelloPages(Pages pages, Frames frames, Doorstep doorstep, NewShop newShop) {
    this.pages = pages;
    this.frames = frames;
    this.doorstep = doorstep;
    this.newShop = newShop;
    this.forms = new ShopForms(newShop.shop, newShop.clock);
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/hello", this::sayWhereTheLinkIs, Public.ANYONE);
    routes.get("/hello/{token}", this::askForBusiness, Public.ANYONE);
    routes.post("/hello/{token}", this::saveBusiness, Public.ANYONE);
    routes.get("/hello/{token}/you", this::askForYou, Public.ANYONE);
    routes.post("/hello/{token}/you", this::makeOwner, Public.ANYONE);
    routes.post("/hello/{token}/you/passkey", this::askForPasskey, Public.ANYONE);
  }

  private void sayWhereTheLinkIs(Context request) {
    if (newShop.invitations.shopHasNoOwner()) {
      pages.show(request, "layout/error.jte", new ErrorPage(200, "Almost there", NOT_YET));
    } else {
      request.redirect("/in", HttpStatus.SEE_OTHER);
    }
  }

  private void askForBusiness(Context request) {
    if (goesOnBehindTheLink(request, SetUpSteps.BUSINESS)) return;
    link(request);
    showBusiness(request, forms.shown(), Map.of());
  }

  private void saveBusiness(Context request) {
    var owner = link(request).newcomer();
    var typed = new Form(request);
    var mistakes = new Mistakes();
    var said = forms.read(typed, mistakes);
    if (said.isEmpty()) {
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      showBusiness(request, forms.shown(typed), mistakes.byField());
      return;
    }
    forms.save(owner, said.get());
    request.redirect(path(request, "/you"), HttpStatus.SEE_OTHER);
  }

  private void askForYou(Context request) {
    if (goesOnBehindTheLink(request, SetUpSteps.YOU)) return;
    link(request);
    if (goesBackToTheStart(request)) return;
    showYou(request, "", "", Map.of());
  }

  private void askForPasskey(Context request) {
    var owner = link(request).newcomer();
    var form = new Form(request);
    var asked = doorstep.askToMake(request, owner, form.text("email"), form.text("name"));
    request.contentType("application/json").result(asked);
  }

  private void makeOwner(Context request) {
    var owner = link(request).newcomer();
    if (goesBackToTheStart(request)) return;
    var form = new Form(request);
    var name = form.text("name");
    var email = form.text("email");
    var mistakes = new Mistakes();
    mistakes.on("name", () -> Newcomer.name(name));
    mistakes.on("email", () -> Newcomer.email(email));
    var whose = new FirstWayIn.Whose(owner, name, email);
    var way = FirstWayIn.chosen(request, doorstep, whose, mistakes);
    if (way.isEmpty()) {
      request.status(HttpStatus.UNPROCESSABLE_CONTENT);
      showYou(request, name, email, mistakes.byField());
      return;
    }
    var newcomer = new Newcomer(name, email, way.get().passwordHash());
    var token = request.pathParam("token");
    var agent = newShop.invitations.accept(token, newcomer, way.get()::keepFor);
    doorstep.welcome(request, agent, WayIn.INVITATION);
    request.redirect(SetUpSteps.REACHING, HttpStatus.SEE_OTHER);
  }

  private void showBusiness(Context request, ShopForm shop, Map<String, String> mistakes) {
    var step = new HelloPage.Step(frames.assets(), null, 1, path(request, ""), null, mistakes);
    pages.show(request, "hello/business.jte", new HelloPage.OfBusiness(step, shop));
  }

  private void showYou(Context request, String name, String email, Map<String, String> mistakes) {
    var step = new HelloPage.Step(
        frames.assets(), null, 2, path(request, "/you"), path(request, ""), mistakes);
    var passkey = doorstep.place(request).part(path(request, "/you/passkey"), true, false);
    pages.show(request, "hello/owner.jte", new HelloPage.OfOwner(step, name, email, passkey));
  }

  private Invitation link(Context request) {
    var invitation = newShop.invitations.get(request.pathParam("token"));
    if (!invitation.isSetUp()) throw new NotFound("This is not a set-up link.");
    return invitation;
  }

  /// The link is used up, and who used it goes back in the same browser.
  private boolean goesOnBehindTheLink(Context request, String step) {
    if (newShop.invitations.shopHasNoOwner() || !doorstep.isSignedIn(request)) return false;
    request.redirect(step, HttpStatus.SEE_OTHER);
    return true;
  }

  private boolean goesBackToTheStart(Context request) {
    if (newShop.shop.find().map(Business::name).isPresent()) return false;
    request.redirect(path(request, ""), HttpStatus.SEE_OTHER);
    return true;
  }

  private static String path(Context request, String step) {
    return "/hello/" + request.pathParam("token") + step;
  }
}
