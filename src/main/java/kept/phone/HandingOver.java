package kept.phone;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kept.line.Call;
import kept.line.CallEvent;
import kept.line.Leg;
import kept.line.Target;
import kept.phone.Reach.Ringer;
import kept.phone.TalkState.NotReached;
import org.jspecify.annotations.Nullable;

/// To whom a call is being handed over, until they have it or nobody took it. In the call's
/// mailbox.
final class HandingOver {
  private final Call call;
  private final Map<Target, Ringer> phones = new HashMap<>();
  private @Nullable String name;

  HandingOver(Call call) {
    this.call = call;
  }

  /// Somebody by name, where they ring at once, and where next if the way there fails.
  record To(String name, List<Target> first, List<Target> otherwise) {
    static To everyPhone(String name, Collection<Target> phones) {
      return new To(name, List.copyOf(phones), List.of());
    }

    /// @param ways to one number, the best first; at least one
    static To number(String name, List<Target> ways) {
      return new To(name, List.of(ways.getFirst()), List.copyOf(ways.subList(1, ways.size())));
    }
  }

  /// These phones are of ours, whoever is asked next.
  void mayRing(Map<Target, Ringer> ours) {
    phones.putAll(ours);
  }

  /// Whose phone of ours was asked, or got the call passed on; null for any other.
  @Nullable
  Ringer at(Leg leg) {
    return leg.target() == null ? null : phones.get(leg.target());
  }

  /// The other hears it ring.
  void pass(Leg from, To to) {
    name = to.name();
    call.transfer(from, to.first(), to.otherwise());
  }

  /// The other hears music.
  void ask(Leg by, To to) {
    name = to.name();
    call.consulting().begin(by, to.first(), to.otherwise());
  }

  /// They have it, or talk, or it was taken back.
  void isSettled() {
    name = null;
  }

  /// Who did not take it; null where it was settled before, or a phone did it by itself.
  @Nullable
  NotReached failed(CallEvent.TransferFailed event) {
    var whom = name;
    name = null;
    return whom == null ? null : new NotReached(whom, CallNotHandedOver.Why.of(event.code()));
  }
}
