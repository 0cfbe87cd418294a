package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Duration;
import java.util.List;
import kept.platform.http.Pages;
import kept.platform.http.Public;
import kept.platform.http.WebRoutes;
import kept.team.Access;
import kept.team.Business;
import kept.team.Invitations;
import kept.team.ReturnPath;
import kept.team.Sessions;
import kept.team.Shop;
import kept.team.ShopTime;
import kept.team.SignIn;
import kept.team.Team;
import kept.team.WayIn;
import kept.team.Who;
import org.jspecify.annotations.Nullable;

/// Coming in with e-mail and password, and going out.
public final class SignInPages implements WebRoutes {
  private static final String WRONG =
      "That e-mail and password don’t go together. Check both and try again.";

  private final Pages pages;
  private final Frames frames;
  private final Doorstep doorstep;
  private final People people;

  /// Whose desk it is.
  public record People(Shop shop, Team team, Invitations invitations, Sessions sessions) {}

  public SignInPages(Pages pages, Frames frames, Doorstep doorstep, People people) {
    this.pages = pages;
    this.frames = frames;
    this.doorstep = doorstep;
    this.people = people;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/in", this::ask, Public.ANYONE);
    routes.post("/in", this::comeIn, Public.ANYONE, Public.PROOF);
    routes.post("/out", this::goOut, Access.HELPER);
  }

  private void ask(Context request) {
    var next = ReturnPath.of(request.queryParam("next"));
    if (people.invitations.shopHasNoOwner()) request.redirect("/hello", HttpStatus.SEE_OTHER);
    else if (doorstep.isSignedIn(request)) request.redirect(next.value(), HttpStatus.SEE_OTHER);
    else show(request, new Typed("", next, false), null);
  }

  private void comeIn(Context request) {
    var form = new Form(request);
    var email = form.text("email");
    var next = ReturnPath.of(form.text("next"));
    var wanted = doorstep.triedBy(request, email, form.secret("password"));
    switch (doorstep.signIn().with(wanted)) {
      case SignIn.Outcome.Welcome(var agent) -> {
        doorstep.comeIn(request, agent, WayIn.PASSWORD, next);
      }
      case SignIn.Outcome.Wrong() -> {
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(request, new Typed(email, next, true), WRONG);
      }
      case SignIn.Outcome.SlowDown(var pause) -> slowDown(request, email, next, pause);
    }
  }

  /// Everybody, on a device of the shop's; elsewhere nobody learns who works here.
  private List<FacePage.Tap> faces(Context request) {
    if (!doorstep.isShopDevice(request)) return List.of();
    return people.team.here().stream().map(FacePage.Tap::of).toList();
  }

  private void slowDown(Context request, String email, ReturnPath next, Duration pause) {
    var seconds = Math.max(1, pause.plusMillis(999).toSeconds());
    request.header("Retry-After", Long.toString(seconds));
    request.status(HttpStatus.TOO_MANY_REQUESTS);
    var words = seconds < 60 ? seconds + " seconds" : ShopTime.length(pause.plusSeconds(59));
    show(
        request,
        new Typed(email, next, true),
        "That was tried too often. Wait " + words
            + ", then try again. Whoever is signed in already notices nothing.");
  }

  private void goOut(Context request) {
    var agent = Who.agent(request);
    Who.session(request).ifPresent(here -> people.sessions.end(agent.id(), here));
    doorstep.farewell(request);
    request.redirect("/in", HttpStatus.SEE_OTHER);
  }

  /// What stands in the fields, where they want to go, and whether it was a password they tried.
  record Typed(String email, ReturnPath next, boolean password) {}

  /// The page for whoever is not in yet.
  void show(Context request, Typed typed, @Nullable String error) {
    var shop = people.shop.find().map(Business::name).orElse("Your shop");
    var owner = people.team.owner().firstName();
    var passkey = doorstep.place(request).part(PasskeyInPages.ASK, false, true);
    pages.show(
        request,
        "desk/sign-in.jte",
        new SignInPage(
            frames.assets(),
            shop,
            owner,
            passkey,
            doorstep.ways().links().canBeSent(),
            typed,
            faces(request),
            error == null ? doorstep.over(request).map(SignInPages::why).orElse(null) : null,
            error));
  }

  private static String why(Sessions.Over over) {
    return switch (over) {
      case ENDED -> "You were signed out in this browser.";
      case SHOP_CLOSED -> "The shop closed, so everybody on this device was signed out.";
      case NINETY_DAYS ->
        "You came in ninety days ago, so come in once more. If alarms come to this device, they"
            + " still do.";
      case UNUSED -> "This browser was not used for thirty days, so you were signed out.";
    };
  }
}
