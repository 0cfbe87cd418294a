package kept.sample;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;

/// Only this machine pulls the lever: not a neighbor, and not through a proxy on it.
final class Loopback {
  private Loopback() {}

  static void only(Context request) {
    var passedOn = request.header("X-Forwarded-For") != null || request.header("Forwarded") != null;
    if (passedOn || !isLoopback(request.req().getRemoteAddr()))
      throw new ForbiddenResponse("Only from the machine on which the sample shop runs.");
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
