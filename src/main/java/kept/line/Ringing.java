package kept.line;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Consumer;
import kept.line.rtp.NoPortLeft;

/// Calls somebody into a call. In the call's mailbox.
final class Ringing {
  private Ringing() {}

  static void ring(Call call, Line line, Target target) {
    ring(call, line, target, leg(call, target));
  }

  /// Several at once; `asked` gets their legs before the first of them rings.
  static void ring(Call call, Line line, List<Target> targets, Consumer<List<Leg>> asked) {
    var legs = targets.stream().map(target -> leg(call, target)).toList();
    asked.accept(legs);
    for (int i = 0; i < legs.size(); i++) ring(call, line, targets.get(i), legs.get(i));
  }

  private static Leg leg(Call call, Target target) {
    return new Leg(call, target, address(target));
  }

  private static void ring(Call call, Line line, Target target, Leg leg) {
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
