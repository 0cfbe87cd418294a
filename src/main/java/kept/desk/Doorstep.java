package kept.desk;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import kept.platform.Refusal;
import kept.platform.http.Proxies;
import kept.platform.http.WebSettings;
import kept.platform.webauthn.Wanted;
import kept.team.Agent;
import kept.team.AgentId;
import kept.team.Arrival;
import kept.team.CodeApps;
import kept.team.DayPins;
import kept.team.MailedLinks;
import kept.team.Passkeys;
import kept.team.ReturnPath;
import kept.team.SessionCookie;
import kept.team.Sessions;
import kept.team.ShopDevices;
import kept.team.SignIn;
import kept.team.SignInTry;
import kept.team.WayIn;
import kept.team.Who;

/// What every way in has in common: who is at the door, and the cookies of whoever comes in.
public final class Doorstep {
  private static final String SHOP = "kept_shop";

  private final Ways ways;
  private final SessionCookie cookie;
  private final WebSettings settings;
  private final Proxies proxies;

  /// How people come in, and the browsers that they are in with.
  public record Ways(
      SignIn signIn,
      Passkeys passkeys,
      MailedLinks links,
      CodeApps codes,
      ShopDevices devices,
      DayPins pins,
      Sessions sessions) {}

  public Doorstep(Ways ways, WebSettings settings) {
    this.ways = ways;
    this.cookie = new SessionCookie(settings);
    this.settings = settings;
    this.proxies = new Proxies(settings.trustedProxies());
  }

  Ways ways() {
    return ways;
  }

  SessionCookie cookie() {
    return cookie;
  }

  SignIn signIn() {
    return ways.signIn;
  }

  Passkeys passkeys() {
    return ways.passkeys;
  }

  Sessions sessions() {
    return ways.sessions;
  }

  boolean isSignedIn(Context request) {
    return cookie.read(request).flatMap(ways.sessions::find).isPresent();
  }

  /// Why whoever was signed in here is not any more.
  Optional<Sessions.Over> over(Context request) {
    return cookie.read(request).flatMap(ways.sessions::over);
  }

  /// Where passkeys belong, for whoever asks here.
  PasskeyPlace place(Context request) {
    return PasskeyPlace.at(settings.origin(request));
  }

  /// What this browser is to be asked for a new passkey of somebody's.
  String askToMake(Context request, AgentId owner, String account, String name) {
    var site = place(request).orRefuse();
    var whose = new Wanted.Owner(owner.value(), account, name);
    return ways.passkeys.askToMake(site, whose, proxies.addressOf(request));
  }

  String askToUse(Context request) {
    return ways.passkeys.askToUse(place(request).orRefuse(), proxies.addressOf(request));
  }

  /// Refuses whoever has not shown lately in this browser that it is them.
  void insistOnProof(Context request) {
    if (!isProven(request))
      throw new Refusal("Show once more that it is you first: under Settings, You.");
  }

  /// Whether they have something to show it with here: a password, or a passkey of this desk's.
  boolean canProve(Context request, Agent me) {
    var site = place(request).site();
    if (signIn().hasPassword(me)) return true;
    return site != null
        && passkeys().of(me.id()).stream().anyMatch(key -> key.site().equals(site.name()));
  }

  boolean isProven(Context request) {
    return Who.session(request).filter(ways.sessions::isProven).isPresent();
  }

  /// Whoever holds this request, trying to be `email`.
  SignInTry triedBy(Context request, String email, String password) {
    return new SignInTry(
        email,
        password,
        proxies.addressOf(request),
        cookie.read(request, ways.signIn.deviceCookieName(email)).orElse(null));
  }

  /// A name for a passkey that is made in this browser.
  String deviceOf(Context request) {
    return DeviceWords.of(request.userAgent());
  }

  /// The address on the net of whoever asks.
  String addressOf(Context request) {
    return proxies.addressOf(request);
  }

  /// Lets somebody in who knew a password or had a link, and goes on to `next`; who wants a code
  /// asked is asked first.
  void comeIn(Context request, Agent agent, WayIn way, ReturnPath next) {
    if (ways.codes.isAskedOf(agent.id())) {
      var step = ways.codes.askFor(agent.id());
      cookie.set(request, CodePages.COOKIE, step, CodePages.SECONDS);
      request.redirect(next.after(CodePages.CODE), HttpStatus.SEE_OTHER);
      return;
    }
    welcome(request, agent, way);
    request.redirect(next.value(), HttpStatus.SEE_OTHER);
  }

  /// Signs somebody in here, and makes this browser known for the next time. Whoever was in here
  /// before is out.
  void welcome(Context request, Agent agent, WayIn way) {
    var before = cookie.read(request);
    var until = isShopDevice(request) ? ways.devices.until() : null;
    var arrival = new Arrival(way, deviceOf(request), until);
    cookie.set(request, ways.sessions.startAfter(before.orElse(""), agent.id(), arrival));
    before
        .flatMap(ways.sessions::find)
        .ifPresent(old -> ways.sessions.end(old.agent().id(), old.session()));
    var email = agent.email();
    cookie.setLasting(
        request, ways.signIn.deviceCookieName(email), ways.signIn.deviceCookie(email));
  }

  /// Whether this browser is on a device of the shop's.
  boolean isShopDevice(Context request) {
    return cookie.read(request, SHOP).filter(ways.devices::has).isPresent();
  }

  void becomesShopDevice(Context request, String token) {
    cookie.setLasting(request, SHOP, token);
  }

  /// What this browser keeps of our pages goes as well; its being known, and its alarms, stay.
  void farewell(Context request) {
    request.header("Clear-Site-Data", "\"cache\"");
    cookie.remove(request);
  }
}
