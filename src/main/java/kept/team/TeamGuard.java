package kept.team;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import io.javalin.http.UnauthorizedResponse;
import io.javalin.security.RouteRole;
import java.util.Optional;
import java.util.Set;
import kept.platform.http.Guard;

/// Lets the team in by their session and programs by their token, and puts the agent where [Who]
/// finds them.
///
/// A stranger is led to the sign-in page, or to the set-up page while the shop has no owner; a
/// program is told 401. Somebody known who may not is told 403.
public final class TeamGuard implements Guard {
  private static final String BEARER = "Bearer ";

  private final Sessions sessions;
  private final ApiTokens tokens;
  private final Invitations invitations;
  private final SessionCookie cookie;

  public TeamGuard(
      Sessions sessions, ApiTokens tokens, Invitations invitations, SessionCookie cookie) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.invitations = invitations;
    this.cookie = cookie;
  }

  @Override
  public void admit(Context request, Set<RouteRole> allowed) {
    if (allowed.contains(Access.TOKEN)) {
      var holder = bearer(request).flatMap(tokens::holder);
      if (holder.isPresent()) {
        Who.is(request, holder.get());
        return;
      }
    }
    var signedIn = cookie.read(request).flatMap(sessions::find);
    if (allowed.equals(Set.of(Access.TOKEN)) || signedIn.isEmpty()) {
      turnAway(request, allowed);
      return;
    }
    var agent = signedIn.get().agent();
    if (allowed.stream().noneMatch(role -> role instanceof Access a && a.admits(agent.role())))
      throw new ForbiddenResponse("Ask whoever runs the shop; this is not part of your work here.");
    Who.is(request, agent, signedIn.get().session());
  }

  /// Whether somebody's session came with this request, whatever it asks for. [Who] then has them.
  public boolean knows(Context request) {
    var signedIn = cookie.read(request).flatMap(sessions::find);
    signedIn.ifPresent(each -> Who.is(request, each.agent(), each.session()));
    return signedIn.isPresent();
  }

  @Override
  public String who(Context request) {
    if (Who.find(request).isEmpty()) knows(request);
    return Who.find(request).map(agent -> agent.id().toString()).orElse(STRANGER);
  }

  private void turnAway(Context request, Set<RouteRole> allowed) {
    if (allowed.contains(Access.TOKEN)) {
      request.header("WWW-Authenticate", "Bearer realm=\"kept\"");
      throw new UnauthorizedResponse("Send a token that ./kept token gave, as a bearer token.");
    }
    if ("text/event-stream".equals(request.header("Accept")))
      throw new UnauthorizedResponse("Sign in first.");
    if (request.header("HX-Request") != null) {
      var next = ReturnPath.ofUrl(request.header("HX-Current-URL"));
      request.header("HX-Redirect", doorFor(next)).status(HttpStatus.UNAUTHORIZED);
    } else {
      var next = request.method().name().equals("GET")
          ? ReturnPath.of(pathAndQuery(request))
          : ReturnPath.TODAY;
      request.redirect(doorFor(next), HttpStatus.SEE_OTHER);
    }
    request.skipRemainingHandlers();
  }

  private String doorFor(ReturnPath next) {
    if (invitations.shopHasNoOwner()) return "/hello";
    return next.after("/in");
  }

  private static String pathAndQuery(Context request) {
    var query = request.queryString();
    return request.req().getRequestURI() + (query == null ? "" : "?" + query);
  }

  private static Optional<String> bearer(Context request) {
    var header = request.header("Authorization");
    if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
      return Optional.empty();
    return Optional.of(header.substring(BEARER.length()).strip());
  }
}
