package kept.phone;

import kept.Rooms;
import kept.customers.VerificationLevel;

/// Callers as the line writes them down, without a line.
public final class WaitedInLine {
  private final Rooms rooms;

  public WaitedInLine(Rooms rooms) {
    this.rooms = rooms;
  }

  public PhoneCall rings(String number) {
    return rings(number, VerificationLevel.RECOGNISED);
  }

  public PhoneCall rings(String number, VerificationLevel sureness) {
    return rooms.calls.callers().arrive(null, number, "", sureness);
  }

  /// They gave up before anybody could take it.
  public PhoneCall missed(String number) {
    return over(rings(number));
  }

  /// They were told that everybody talks, and hung up.
  public PhoneCall hungUp(String number) {
    var call = rings(number);
    rooms.calls.facts().queued(call);
    return over(call);
  }

  /// They talked with us, heard music for too long and were told that we ring them back.
  public PhoneCall held(String number) {
    var call = rings(number);
    rooms.calls.talks(call, rooms.team.owner().id());
    rooms.calls.owesRingBack(call.id());
    return over(call, Outcome.TALKED);
  }

  public PhoneCall closed(String number) {
    return over(rings(number), Outcome.CLOSED);
  }

  public PhoneCall voicemail(String number) {
    return over(rings(number), Outcome.VOICEMAIL);
  }

  /// The line died while they talked.
  public PhoneCall cutOff(String number) {
    var call = rings(number);
    rooms.calls.talks(call, rooms.team.owner().id());
    return over(call, Outcome.DROPPED);
  }

  private PhoneCall over(PhoneCall call) {
    return over(call, Outcome.MISSED);
  }

  private PhoneCall over(PhoneCall call, Outcome outcome) {
    rooms.calls.end(call.id(), outcome);
    return rooms.calls.get(call.id());
  }

  /// One of us rang them back, in vain.
  public void tried(PhoneCall call) {
    var out = rooms.calls.callers().callOut(call.number(), call.customer(), call.promise());
    rooms.calls.end(out.id(), Outcome.NOT_REACHED);
  }
}
