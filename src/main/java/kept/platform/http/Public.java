package kept.platform.http;

import io.javalin.security.RouteRole;

/// The role of a route that needs no sign-in, and what else is to be known of one.
public enum Public implements RouteRole {
  ANYONE,
  /// Besides: a program sends it, and its room reads the body, no further than it has to.
  PROGRAM,
  /// Besides: here somebody shows who they are, and 422 says that it was not so.
  PROOF
}
