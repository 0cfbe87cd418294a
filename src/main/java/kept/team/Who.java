package kept.team;

import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who a request comes from, as [TeamGuard] found out. Only of use behind a route that names an
/// [Access].
public final class Who {
  private static final String AGENT = "kept.agent";
  private static final String SESSION = "kept.session";
  private static final String TOKEN = "kept.token";

  private Who() {}

  /// The member of the team who asks; a bug on a route for anyone.
  public static Agent agent(Context request) {
    Agent agent = request.attribute(AGENT);
    if (agent == null) throw new IllegalStateException("This route is open to strangers.");
    return agent;
  }

  /// The same where it may be anybody.
  static Optional<Agent> find(Context request) {
    Agent agent = request.attribute(AGENT);
    return Optional.ofNullable(agent);
  }

  /// The browser's session; none when a program asks with a token.
  public static Optional<SessionId> session(Context request) {
    SessionId session = request.attribute(SESSION);
    return Optional.ofNullable(session);
  }

  /// The token that a program asks with; none in a browser.
  public static Optional<ApiTokenId> token(Context request) {
    ApiTokenId token = request.attribute(TOKEN);
    return Optional.ofNullable(token);
  }

  static void is(Context request, ApiTokens.Holder holder) {
    request.attribute(AGENT, holder.agent());
    request.attribute(TOKEN, holder.token());
  }

  static void is(Context request, Agent agent, @Nullable SessionId session) {
    request.attribute(AGENT, agent);
    request.attribute(SESSION, session);
  }
}
