package kept.platform.http;

import io.javalin.security.RouteRole;

/// The role of a route that needs no sign-in.
public enum Public implements RouteRole {
  ANYONE,
  /// Besides: a program sends it, and its room reads the body, no further than it has to.
  PROGRAM
}
