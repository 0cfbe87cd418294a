package kept.line;

import java.io.IOException;
import java.net.InetAddress;
import kept.line.rtp.NoPortLeft;

/// Calls somebody into a call. In the call's mailbox.
final class Ringing {
  private Ringing() {}

  static void ring(Call call, Line line, Target target) {
    ring(call, line, target, leg(call, target));
  }

  static Leg leg(Call call, Target target) {
    return new Leg(call, target, address(target));
  }

  static void ring(Call call, Line line, Target target, Leg leg) {
    leg.wire(line.edge().place(call, target.to()));
    call.legs().add(leg);
    try {
      line.open(leg, target.to().transport());
    } catch (NoPortLeft none) {
      leg.sip().hangUp();
      return;
    }
    leg.sip().invite(target.from(), Offers.first(leg));
  }

  private static InetAddress address(Target target) {
    try {
      return InetAddress.getByName(target.to().host()); // numeric, so nothing is looked up
    } catch (IOException never) {
      throw new IllegalArgumentException("A destination is a numeric address.", never);
    }
  }
}
