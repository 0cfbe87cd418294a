package kept.team;

import io.javalin.security.RouteRole;

/// Who may use a route. A route names the least that is needed: what a helper may open, an agent
/// and the owner may open too.
///
/// `TOKEN` is for programs that carry an API token; a browser's session does not open such a route,
/// and a token opens no page. A route that serves both names both.
public enum Access implements RouteRole {
  HELPER,
  AGENT,
  OWNER,
  TOKEN;

  boolean admits(Role role) {
    return switch (this) {
      case HELPER -> true;
      case AGENT -> role != Role.HELPER;
      case OWNER -> role == Role.OWNER;
      case TOKEN -> false;
    };
  }
}
