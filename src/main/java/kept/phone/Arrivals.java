package kept.phone;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kept.customers.VerificationLevel;
import kept.line.Call;
import kept.line.Leg;
import kept.line.Target;
import kept.line.sip.Identity;
import kept.line.sip.Invitation;
import kept.line.sip.Origin;
import kept.platform.PhoneNumbers;
import org.jspecify.annotations.Nullable;

/// What a call is that arrives on the line: a customer's, or one of our phones'. It is written down
/// here, before anybody's phone rings. Threads may share this object.
final class Arrivals {
  /// What carriers and phones write for a number that is withheld (RFC 3323, section 4.1).
  private static final Set<String> WITHHELD = Set.of("", "anonymous", "unavailable", "restricted");

  private final Switchboard board;
  private final Switchboard.House house;
  private final Calls calls;

  Arrivals(Switchboard board) {
    this.board = board;
    house = board.house();
    calls = board.calls();
  }

  /// Empty where nothing of ours was dialled.
  Optional<Conduct> conductOf(Call call, Invitation invitation) {
    return switch (invitation.origin()) {
      case Origin.Carrier carrier -> incoming(call, invitation);
      case Origin.Phone(var user) -> outgoing(call, invitation, user);
    };
  }

  private Optional<Conduct> incoming(Call call, Invitation invitation) {
    var dialled = house.lines().dialled(invitation.dialled());
    if (dialled.isEmpty()) return Optional.empty();
    var ours = dialled.get();
    var plan = house.doors().get(ours.frontDoor()).plan();
    var number = WITHHELD.contains(invitation.caller())
        ? null
        : PhoneNumbers.e164(invitation.caller(), PhoneNumbers.region(ours.number()))
            .orElse(null);
    var kept = calls
        .callers()
        .arrive(ours.id(), number, invitation.display(), sureness(invitation.verstat(), number));
    return Optional.of(new Incoming(board, call, kept, plan));
  }

  /// A number alone proves nothing; a carrier that vouches for it says a little more, and one that
  /// found it forged takes away what the number said (3GPP TS 24.229, section 7.2A.20).
  static VerificationLevel sureness(@Nullable String verstat, @Nullable String number) {
    if (number == null) return VerificationLevel.UNKNOWN;
    return switch (verstat) {
      case "TN-Validation-Passed" -> VerificationLevel.ATTESTED;
      case "TN-Validation-Failed" -> VerificationLevel.UNKNOWN;
      case null, default -> VerificationLevel.RECOGNISED;
    };
  }

  private Optional<Conduct> outgoing(Call call, Invitation invitation, String user) {
    var phone = house.phones().named(user);
    if (phone.isEmpty()) return Optional.empty();
    var agent = phone.get().agent();
    var dialled = invitation.dialled();
    var colleague = house.phones().named(dialled);
    if (colleague.isPresent()) {
      var from = new Identity(house.team().get(agent).firstName(), user);
      return Optional.of(new Outgoing(
          board, call, null, agent, false, board.reach().ringing(colleague.get(), from)));
    }
    var region = board.reach().region();
    if (PhoneNumbers.isEmergency(dialled, region)) {
      var ways = board.reach().over(dialled);
      board.helpCalls().called(phone.get(), dialled, ways);
      return Optional.of(new Outgoing(board, call, null, agent, true, ways));
    }
    var number = PhoneNumbers.e164(dialled, region);
    if (number.isEmpty())
      return Optional.of(new Outgoing(board, call, null, agent, false, List.of()));
    var kept = calls.callers().callOut(number.get(), null, null);
    return Optional.of(
        new Outgoing(board, call, kept, agent, false, board.reach().over(number.get())));
  }

  /// Somebody hands a call over from their phone, to a colleague's or to any number.
  List<Target> route(Call call, Leg by, String number) {
    var colleague = house.phones().named(number);
    if (colleague.isPresent()) {
      var caller = call.caller();
      var shown = caller == null ? by.party() : caller.party();
      return board.reach().ringing(colleague.get(), new Identity("", shown));
    }
    return PhoneNumbers.e164(number, board.reach().region())
        .map(board.reach()::over)
        .orElse(List.of());
  }
}
