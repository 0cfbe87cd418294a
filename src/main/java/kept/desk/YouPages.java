package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Map;
import kept.platform.http.Pages;
import kept.platform.http.WebRoutes;
import kept.team.Access;
import kept.team.Agent;
import kept.team.ApiTokenId;
import kept.team.Mobile;
import kept.team.Newcomer;
import kept.team.ReturnPath;
import kept.team.SessionId;
import kept.team.Who;
import org.jspecify.annotations.Nullable;

/// Settings, you: what is one's own. Everybody on the team has it.
public final class YouPages implements WebRoutes {
  private static final String YOU = "/settings/you";
  private static final String NAME_DOES = "This is what the others and your customers read.";
  private static final Map<String, String> SAVED = Map.of(
      "name",
      "Saved. " + NAME_DOES,
      "mobile",
      "Saved.",
      "way-in",
      "Changed. That is how you come in from now on.",
      "passkey",
      "Saved. This passkey lets you in from now on.",
      "passkey-name",
      "Saved.",
      "passkey-gone",
      "Removed. That passkey opens nothing any more; remove it from your device too.",
      "password-gone",
      "Removed. Your passkeys let you in; no password does.",
      "code-app-gone",
      "Saved. No code is asked any more.",
      "pin",
      "Saved. It opens the shop’s devices until the shop closes.",
      "elsewhere",
      "Signed out everywhere but here.");

  private final Pages pages;
  private final Frames frames;
  private final Doorstep doorstep;
  private final Own own;

  public YouPages(Pages pages, Frames frames, Doorstep doorstep, Own own) {
    this.pages = pages;
    this.frames = frames;
    this.doorstep = doorstep;
    this.own = own;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get(
        YOU, request -> show(request, Typed.by(Who.agent(request)), Map.of()), Access.HELPER);
    routes.post(YOU, this::saveName, Access.HELPER);
    routes.post(YOU + "/mobile", this::saveMobile, Access.HELPER);
    routes.post(YOU + "/way-in", this::changeWayIn, Access.HELPER);
    routes.post(YOU + "/sessions/elsewhere/ending", this::signOutElsewhere, Access.HELPER);
    routes.post(YOU + "/sessions/{id}/ending", this::signOutThere, Access.HELPER);
    routes.post("/settings/programs/{id}/revocation", this::revokeToken, Access.OWNER);
    routes.post("/me/taking-calls", this::takeCalls, Access.HELPER);
  }

  private void saveName(Context request) {
    var me = Who.agent(request);
    var typed = new Form(request).text("name");
    var mistakes = new Mistakes();
    var name = mistakes.on("name", () -> Newcomer.name(typed));
    if (name == null) {
      if (Htmx.asks(request)) throw AsYouGo.refusal(mistakes);
      refuse(request, Typed.by(me), mistakes);
      return;
    }
    own.team().change(me.id(), me.id(), agent -> agent.named(name));
    if (Htmx.asks(request)) pages.show(request, AsYouGo.SAVED, NAME_DOES);
    else saved(request, "name");
  }

  private void saveMobile(Context request) {
    var me = Who.agent(request);
    var form = new Form(request);
    var number = form.text("mobile");
    var rings = form.text("rings").equals("yes");
    var mistakes = new Mistakes();
    var mobile = number.isBlank() ? null : mistakes.on("mobile", () -> new Mobile(number, rings));
    if (!mistakes.none()) {
      refuse(request, new Typed(me.email(), number, rings), mistakes);
      return;
    }
    own.team().change(me.id(), me.id(), agent -> agent.reachedAt(mobile));
    saved(request, "mobile");
  }

  private void changeWayIn(Context request) {
    var me = Who.agent(request);
    var form = new Form(request);
    var chosen = form.secret("password");
    var mistakes = new Mistakes();
    var email = mistakes.on("email", () -> Newcomer.email(form.text("email")));
    var hash = chosen.isEmpty()
        ? null
        : mistakes.on("password", () -> doorstep.signIn().choose(chosen, me.name(), me.email()));
    if (doorstep.ways().codes().isAskedOf(me.id())) doorstep.insistOnProof(request);
    if (doorstep.signIn().hasPassword(me)) {
      var present = doorstep.triedBy(request, me.email(), form.secret("present"));
      mistakes.on("present", () -> doorstep.signIn().proven(present, me));
    } else {
      doorstep.insistOnProof(request);
    }
    if (email != null && mistakes.none() && !email.equalsIgnoreCase(me.email()))
      mistakes.on("email", () -> own.team().change(me.id(), me.id(), agent -> agent.at(email)));
    if (!mistakes.none()) {
      refuse(request, Typed.by(me).at(form.text("email")), mistakes);
      return;
    }
    var here = Who.session(request).orElseThrow();
    if (hash != null) doorstep.signIn().changePassword(me.id(), here, hash);
    saved(request, "way-in");
  }

  private void signOutThere(Context request) {
    if (isSentToProve(request)) return;
    var there = SessionId.parse(request.pathParam("id"));
    own.sessions().end(Who.agent(request).id(), there);
    request.redirect(YOU, HttpStatus.SEE_OTHER);
  }

  private void signOutElsewhere(Context request) {
    if (isSentToProve(request)) return;
    var here = Who.session(request).orElseThrow();
    own.sessions().endAllExcept(Who.agent(request).id(), here);
    saved(request, "elsewhere");
  }

  /// Whoever finds an open browser shuts nobody out; who has nothing to show there still ends what
  /// was stolen.
  private boolean isSentToProve(Context request) {
    if (doorstep.isProven(request) || !doorstep.canProve(request, Who.agent(request))) return false;
    request.redirect(ProofPages.PROOF, HttpStatus.SEE_OTHER);
    return true;
  }

  private void revokeToken(Context request) {
    var token = ApiTokenId.parse(request.pathParam("id"));
    own.tokens().revoke(Who.agent(request).id(), token);
    request.redirect(YOU, HttpStatus.SEE_OTHER);
  }

  private void takeCalls(Context request) {
    var me = Who.agent(request);
    var now = new Form(request).text("taking_calls").equals("true");
    own.team().change(me.id(), me.id(), agent -> agent.takingCalls(now));
    request.redirect(ReturnPath.ofUrl(request.header("Referer")).value(), HttpStatus.SEE_OTHER);
  }

  /// What stands in the fields: what is saved, or what was typed and refused.
  private record Typed(String email, String mobile, boolean rings) {
    static Typed by(Agent me) {
      var mobile = me.mobile();
      return mobile == null
          ? new Typed(me.email(), "", true)
          : new Typed(me.email(), mobile.number(), mobile.rings());
    }

    Typed at(String another) {
      return new Typed(another, mobile, rings);
    }
  }

  private void refuse(Context request, Typed typed, Mistakes mistakes) {
    request.status(HttpStatus.UNPROCESSABLE_CONTENT);
    show(request, typed, mistakes.byField());
  }

  private void show(Context request, Typed typed, Map<String, String> mistakes) {
    var frame = frames.around(request, "You", Place.SETTINGS);
    var page = new SettingsPage.OfYou(
        frame,
        Who.agent(request).name(),
        typed.email(),
        typed.mobile(),
        typed.rings(),
        mistakes.isEmpty() ? savedWords(request) : null,
        mistakes,
        own.devices().of(request),
        own.waysInOf(request),
        own.phonesOf(request),
        own.sessionsOf(request),
        own.programsOf(request));
    pages.show(request, "settings/you.jte", page);
  }

  private static void saved(Context request, String what) {
    request.redirect(YOU + "?saved=" + what, HttpStatus.SEE_OTHER);
  }

  private static @Nullable String savedWords(Context request) {
    return SAVED.get(String.valueOf(request.queryParam("saved")));
  }
}
