package kept.phone;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kept.customers.CustomerId;
import kept.line.Consulting;
import kept.phone.CallOut.Wish;
import kept.phone.HandingOver.To;
import kept.platform.PhoneNumbers;
import kept.platform.Refusal;
import kept.promises.PromiseId;
import kept.team.AgentId;
import org.jspecify.annotations.Nullable;

/// What people at the desk do with calls that go on: hold, hand over, take one that rings, call
/// somebody. It works on whichever phone they hold. Threads may share this object.
public final class Talks {
  private static final String NOT_HERE =
      "This call is over, or another machine of yours carries it.";
  private static final String NOT_YOURS = "Somebody else has this call.";

  final Switchboard board;

  public Talks(Switchboard board) {
    this.board = board;
  }

  /// Whether a line is open here that could be called over.
  public boolean areOpen() {
    return board.reach().isOpen();
  }

  /// How the talk stands; empty where nobody of us has it.
  public Optional<TalkState> of(CallId id) {
    return board.conducts().carrying(id).flatMap(Conduct::talk).flatMap(Talk::state);
  }

  /// Whether they talk on with somebody outside the shop, and nobody of us has it any more.
  public boolean isOutside(PhoneCall call) {
    return call.talkedAt() != null
        && board.conducts().carrying(call.id()).isPresent()
        && of(call.id()).isEmpty();
  }

  /// The call in which this one of us talks.
  public Optional<CallId> with(AgentId agent) {
    return board.conducts().carried().stream()
        .filter(id -> of(id).filter(state -> state.agent().equals(agent)).isPresent())
        .findFirst();
  }

  public void mute(AgentId by, CallId id, boolean on) {
    talk(by, id, talk -> talk.mute(on));
  }

  public void hold(AgentId by, CallId id, boolean on) {
    if (on && areThree(id))
      throw new Refusal("The others would talk on: mute yourself, or leave them to it.");
    talk(by, id, talk -> talk.hold(on));
  }

  /// @param digits of 0 to 9, * and #
  public void press(AgentId by, CallId id, String digits) {
    if (!digits.matches("[0-9*#]{1,20}")) throw new Refusal("Keys are digits, * and #.");
    talk(by, id, talk -> talk.press(digits));
  }

  /// @param warm whether the colleague hears of it first, while the other hears music
  public void handOver(AgentId by, CallId id, AgentId to, boolean warm) {
    if (to.equals(by)) throw new Refusal("You have it already.");
    refuseWhereThreeTalk(id);
    var colleague = board.house().team().staying(to);
    if (!board.reach().isFree(to))
      throw new Refusal(colleague.firstName() + " is in another call.");
    var call = board.calls().get(id);
    var shown = board.reach().shown(call);
    var phones = warm
        ? board.reach().allPhonesOf(List.of(to), shown)
        : board.reach().registeredOf(to, shown);
    if (phones.isEmpty())
      throw new Refusal(
          warm
              ? colleague.firstName() + " has no phone that could ring."
              : colleague.firstName()
                  + " has no phone here. Talk to them first, so that no mailbox takes it.");
    talk(by, id, talk -> {
      talk.handing.mayRing(phones);
      handOver(talk, warm, To.everyPhone(colleague.firstName(), phones.keySet()));
    });
  }

  /// The same to somebody outside the shop, who sees the shop's number. Where one
  /// trunk has no way there the next is tried.
  ///
  /// @param number as it is written on the desk
  public void handOverOutside(AgentId by, CallId id, String number, boolean warm) {
    refuseWhereThreeTalk(id);
    var e164 = new Dialling(board).read(number);
    var ways = board.reach().over(e164);
    if (ways.isEmpty()) throw noTrunk(number);
    var to = To.number(PhoneNumbers.words(e164), ways);
    talk(by, id, talk -> handOver(talk, warm, to));
  }

  private static void handOver(Talk talk, boolean warm, To to) {
    if (warm) talk.ask(to);
    else talk.pass(to);
  }

  private static Refusal noTrunk(String number) {
    return new Refusal("No trunk of yours carries a call to " + number + ".");
  }

  private void refuseWhereThreeTalk(CallId id) {
    if (areThree(id)) throw new Refusal("Three talk already. Leave, and whoever you added has it.");
  }

  /// Whoever was asked gets it.
  public void complete(AgentId by, CallId id) {
    talk(by, id, talk -> talk.settle(Consulting::complete));
  }

  /// The agent has it again, and nobody is asked.
  public void backOut(AgentId by, CallId id) {
    talk(by, id, talk -> talk.settle(Consulting::backOut));
  }

  /// All three hear each other.
  public void join(AgentId by, CallId id) {
    talk(by, id, Talk::join);
  }

  /// Out of three: the others talk on, and a colleague among them has it.
  public void leave(AgentId by, CallId id) {
    talk(by, id, Talk::leave);
  }

  /// Everybody is told first.
  public void record(AgentId by, CallId id) {
    talk(by, id, talk -> talk.tape.begins(id));
  }

  public void pauseRecording(AgentId by, CallId id, boolean on) {
    talk(by, id, talk -> {
      if (on) talk.tape.pauses();
      else talk.tape.goesOn();
    });
  }

  /// Nobody waits in music for long: they hear that we ring back, and it is a promise.
  public void ringBackInstead(AgentId by, CallId id) {
    talk(by, id, Talk::ringBackInstead);
  }

  public void end(AgentId by, CallId id) {
    talk(by, id, talk -> talk.call().hangUp());
  }

  /// A call that rings rings this one's phones too, at once and whatever the plan says.
  /// Whoever talks already has the other wait in music once they answer.
  public void take(AgentId taker, CallId id) {
    var conduct = board.conducts().carrying(id).orElseThrow(() -> new Refusal(NOT_HERE));
    if (!(conduct instanceof Incoming incoming)) throw new Refusal("Nobody rings there.");
    var shown = board.reach().shown(incoming.kept());
    if (board.reach().allPhonesOf(List.of(taker), shown).isEmpty()) {
      var name = board.house().team().get(taker).firstName();
      throw new Refusal(name + " has no phone that could ring. Settings, Phone has them.");
    }
    incoming.ringAlso(taker);
  }

  /// Whom to call: they may be rung on a number that is theirs for this call only.
  ///
  /// @param number as it is written on the desk
  public record Called(CustomerId customer, String name, String number) {}

  /// Rings our own phones, then theirs.
  ///
  /// @param about the promise that is kept by it, if it is
  public void call(AgentId by, Called called, @Nullable PromiseId about) {
    board.house().customers().refuseForgotten(called.customer());
    if (!board.reach().isOpen())
      throw new Refusal("No phone is set up yet. Settings, Phone is where that is done.");
    if (!board.reach().isFree(by)) throw new Refusal("You are in a call. End it first.");
    var e164 = new Dialling(board).read(called.number());
    if (board.reach().over(e164).isEmpty()) throw noTrunk(called.number());
    var wish = new Wish(by, e164, called.name(), called.customer(), about);
    var shown = board.reach().shown(called.name(), e164);
    if (board.reach().allPhonesOf(List.of(by), shown).isEmpty())
      throw new Refusal("There is no phone of yours that could ring. Settings, Phone has them.");
    var call = board.reach().line().place();
    board.conducts().begin(call, new CallOut(board, call, wish));
  }

  private boolean areThree(CallId id) {
    return of(id).map(TalkState::joined).isPresent();
  }

  private void talk(AgentId by, CallId id, Consumer<Talk> act) {
    var conduct = board.conducts().carrying(id).orElseThrow(() -> new Refusal(NOT_HERE));
    var talk = conduct.talk().orElseThrow(() -> new Refusal(NOT_HERE));
    var state = talk.state().orElseThrow(() -> new Refusal(NOT_HERE));
    if (!state.agent().equals(by)) throw new Refusal(NOT_YOURS);
    talk.call().post(() -> act.accept(talk));
  }
}
